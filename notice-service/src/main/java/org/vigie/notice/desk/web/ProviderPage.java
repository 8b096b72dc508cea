package org.vigie.notice.desk.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.neighbours.KnownProvider;
import org.vigie.notice.neighbours.Measured;
import org.vigie.notice.neighbours.Neighbour;

/**
 * A provider as people work with it.
 *
 * @param name as far as it arrived here, whether the registry answers or not
 * @param known absent if the registry did not say
 * @param measured whether metrics-service answers
 * @param stopped whether nothing is sent to it
 * @param stopVersion of the switch as it was read
 */
record ProviderPage(
        UUID providerId,
        String name,
        @Nullable KnownProvider known,
        List<ContactRow> contacts,
        boolean measured,
        ProviderMeasure measure,
        boolean stopped,
        long stopVersion) {

    private static final int SHOWN = 5;

    /** @param notices what was written to it lately, the latest first */
    record ContactRow(KnownProvider.Contact contact, List<NoticeRow> notices) {}

    /** What a form about it carries along, empty if the registry did not say. */
    public String facts() {
        return known == null ? "" : ProviderFacts.of(known).text();
    }

    static ProviderPage of(
            UUID providerId,
            String name,
            @Nullable KnownProvider known,
            Notices notices,
            Naming names,
            Measured measured,
            boolean stopped,
            long stopVersion) {
        var contacts = known == null ? List.<KnownProvider.Contact>of() : known.contacts();
        return new ProviderPage(
                providerId,
                known == null ? name : known.name(),
                known,
                contacts.stream()
                        .map(contact -> new ContactRow(
                                contact,
                                notices.toContact(contact.contactId(), SHOWN).stream()
                                        .map(notice -> NoticeRow.of(notice, names))
                                        .toList()))
                        .sorted(Comparator.comparing(
                                        (ContactRow row) -> row.contact().channel())
                                .thenComparing(
                                        row -> Optional.ofNullable(row.contact().lastConfirmedAt())
                                                .orElse(Instant.EPOCH)))
                        .toList(),
                measured.answers(Neighbour.METRICS),
                ProviderMeasure.of(measured, providerId),
                stopped,
                stopVersion);
    }
}
