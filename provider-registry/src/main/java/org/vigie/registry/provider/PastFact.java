package org.vigie.registry.provider;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said of a provider and is no longer.
 *
 * @param fact the field, or the kind of the network object or contact
 * @param source who had said it, absent for what has no source of its own
 * @param from since when it was said, absent if nobody kept that
 * @param until when it ceased to be said
 */
public record PastFact(
        String fact,
        String value,
        @Nullable Source source,
        @Nullable Instant from,
        Instant until) {

    /** What one provider said that the next one no longer says. */
    static List<PastFact> between(Provider before, Provider after, Instant now) {
        var gone = new ArrayList<PastFact>();
        changed("name", before.name(), after.name(), now).ifPresent(gone::add);
        changed("legal_name", before.legalName(), after.legalName(), now).ifPresent(gone::add);
        changed("country", before.country(), after.country(), now).ifPresent(gone::add);
        changed("group", text(before.group()), text(after.group()), now).ifPresent(gone::add);
        var objects = Provider.said(after.networkObjects(), NetworkObject::id);
        before.networkObjects().stream()
                .filter(object -> !objects.contains(object.id()))
                .map(object -> of(object, now))
                .forEach(gone::add);
        var addresses = Provider.said(after.contacts(), Contact::id);
        before.contacts().stream()
                .filter(contact -> !addresses.contains(contact.id()))
                .map(contact -> of(contact, now))
                .forEach(gone::add);
        before.contacts().forEach(contact -> vetting(contact, after, now).ifPresent(gone::add));
        return gone;
    }

    private static Optional<PastFact> vetting(Contact contact, Provider after, Instant now) {
        var vetting = contact.noForward();
        var still = Provider.sameId(after.contacts(), contact.vetted(null), Contact::id);
        return vetting == null || vetting.equals(still.noForward())
                ? Optional.empty()
                : Optional.of(of(contact, vetting, now));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    /** A field that said something else or is no longer said. */
    private static Optional<PastFact> changed(
            String fact, @Nullable String before, @Nullable String after, Instant now) {
        return before == null || before.equals(after)
                ? Optional.empty()
                : Optional.of(new PastFact(fact, before, null, null, now));
    }

    private static PastFact of(NetworkObject object, Instant until) {
        return new PastFact(object.kind().name(), object.value(), object.source(), object.validFrom(), until);
    }

    private static PastFact of(Contact contact, Instant until) {
        return new PastFact(contact.channel().name(), contact.address(), contact.source(), null, until);
    }

    private static PastFact of(Contact contact, Vetting gone, Instant until) {
        return new PastFact("no_forward", gone.vettedBy(), contact.source(), gone.vettedAt(), until);
    }

    /** Leaves the value out. */
    @Override
    public String toString() {
        return "PastFact[" + fact + "]";
    }
}
