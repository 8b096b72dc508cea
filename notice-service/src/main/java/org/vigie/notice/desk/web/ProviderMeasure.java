package org.vigie.notice.desk.web;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.neighbours.Measured;
import org.vigie.notice.neighbours.Reading;

/**
 * What a provider did, in the role in which it was notified most; live figures, of which none may be quoted.
 *
 * @param known whether metrics-service says anything of it
 * @param median until its content was gone, absent while half of it is there
 * @param withinADay share that was gone within a day, in percent, absent if it is not known
 * @param measured of how many it is known what was answered
 * @param acknowledged how many of these a person answered in words that could be understood
 * @param answers what was answered, the most frequent first
 * @param disputes by what was decided about them
 */
record ProviderMeasure(
        boolean known,
        long targeted,
        long open,
        long byItself,
        @Nullable Duration median,
        @Nullable Long withinADay,
        long measured,
        long acknowledged,
        List<Said> answers,
        List<Said> disputes) {

    /** A word of metrics-service, and how often. */
    record Said(String word, long count) {}

    static ProviderMeasure of(Measured now, UUID providerId) {
        var main = now.all("vigie_images_targeted").stream()
                .filter(reading -> reading.label("provider").equals(providerId.toString()))
                .max(Comparator.comparingDouble(Reading::value));
        return main.map(role -> of(new Row(now, providerId, role.label("role"))))
                .orElseGet(() -> new ProviderMeasure(false, 0, 0, 0, null, null, 0, 0, List.of(), List.of()));
    }

    private static ProviderMeasure of(Row row) {
        var median = row.value("vigie_removal_time_seconds", "stat", "km_p50");
        var share = row.value("vigie_removal_share", "within", "24h");
        return new ProviderMeasure(
                true,
                row.whole("vigie_images_targeted", "", ""),
                row.whole("vigie_images_open", "", ""),
                row.whole("vigie_images_removed", "by", "own_action"),
                median.isPresent() ? Duration.ofSeconds(Math.round(median.getAsDouble())) : null,
                share.isPresent() ? Math.round(share.getAsDouble() * 100) : null,
                row.whole("vigie_images_answers_measured", "", ""),
                row.whole("vigie_images_acknowledged", "", ""),
                row.by("vigie_images_answered", "outcome"),
                row.by("vigie_image_disputes", "standing"));
    }

    /** What is measured of the provider in a role. */
    private record Row(Measured now, UUID providerId, String role) {

        OptionalDouble value(String meter, String label, String wanted) {
            return now.largest(
                    meter, reading -> isOf(reading) && reading.label(label).equals(wanted));
        }

        long whole(String meter, String label, String wanted) {
            return Math.round(value(meter, label, wanted).orElse(0));
        }

        List<Said> by(String meter, String label) {
            return now.all(meter).stream()
                    .filter(this::isOf)
                    .collect(Collectors.groupingBy(
                            reading -> reading.label(label), Collectors.summingDouble(Reading::value)))
                    .entrySet()
                    .stream()
                    .map(one -> new Said(one.getKey(), Math.round(one.getValue())))
                    .sorted(Comparator.comparingLong(Said::count).reversed().thenComparing(Said::word))
                    .toList();
        }

        private boolean isOf(Reading reading) {
            return reading.label("provider").equals(providerId.toString())
                    && reading.label("role").equals(role);
        }
    }
}
