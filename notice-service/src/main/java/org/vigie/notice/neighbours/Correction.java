package org.vigie.notice.neighbours;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants said of a provider from now on; all else stays.
 *
 * @param dropped a contact that is not written to any more, absent if all stay
 * @param added where it takes notices, too: a mail address, or the https URL of a form; absent if no contact is added
 * @param language ISO 639-1, of the contact that is added
 */
public record Correction(
        String name,
        @Nullable String legalName,
        @Nullable String country,
        @Nullable UUID dropped,
        @Nullable String added,
        String language) {

    /** Whether the contact stays. */
    public boolean keeps(KnownProvider.Contact contact) {
        return Optional.ofNullable(dropped).filter(contact.contactId()::equals).isEmpty();
    }

    /** Leaves everything out. */
    @Override
    public String toString() {
        return "Correction";
    }
}
