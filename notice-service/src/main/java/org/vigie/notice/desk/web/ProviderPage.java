package org.vigie.notice.desk.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.neighbours.KnownProvider;
import org.vigie.notice.neighbours.Measured;
import org.vigie.notice.neighbours.Reading;

/**
 * A provider as people work with it.
 *
 * @param name as far as it arrived here, whether the registry answers or not
 * @param known absent if the registry did not say
 * @param stopped whether nothing is sent to it
 * @param stopVersion of the switch as it was read
 */
record ProviderPage(
        UUID providerId,
        String name,
        @Nullable KnownProvider known,
        List<ContactRow> contacts,
        Measure measure,
        boolean stopped,
        long stopVersion) {

    private static final int SHOWN = 5;

    /** @param notices what was written to it lately, the latest first */
    record ContactRow(KnownProvider.Contact contact, List<NoticeRow> notices) {}

    /**
     * What it did, in its main role; live figures, of which none may be quoted.
     *
     * @param known whether metrics-service says anything of it
     * @param median until its content was gone, absent while half of it is there
     * @param withinADay share that was gone within a day, in percent, absent if it is not known
     */
    record Measure(
            boolean known,
            long targeted,
            long open,
            long byItself,
            @Nullable Duration median,
            @Nullable Long withinADay) {

        static Measure of(Measured now, UUID providerId) {
            var targeted = of(now, "vigie_images_targeted", providerId, "", "");
            var median = of(now, "vigie_removal_time_seconds", providerId, "stat", "km_p50");
            var share = of(now, "vigie_removal_share", providerId, "within", "24h");
            return new Measure(
                    targeted.isPresent(),
                    whole(targeted),
                    whole(of(now, "vigie_images_open", providerId, "", "")),
                    whole(of(now, "vigie_images_removed", providerId, "by", "own_action")),
                    median.isPresent() ? Duration.ofSeconds(whole(median)) : null,
                    share.isPresent() ? Math.round(share.getAsDouble() * 100) : null);
        }

        private static OptionalDouble of(Measured now, String meter, UUID providerId, String label, String wanted) {
            return now.largest(
                    meter,
                    (Reading reading) -> reading.label("provider").equals(providerId.toString())
                            && reading.label(label).equals(wanted));
        }

        private static long whole(OptionalDouble value) {
            return Math.round(value.orElse(0));
        }
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
                Measure.of(measured, providerId),
                stopped,
                stopVersion);
    }
}
