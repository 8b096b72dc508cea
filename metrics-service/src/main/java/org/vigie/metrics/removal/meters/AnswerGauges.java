package org.vigie.metrics.removal.meters;

import java.util.OptionalInt;
import java.util.stream.Stream;
import org.vigie.events.removal.TargetingSnapshot.Code;
import org.vigie.events.removal.TargetingSnapshot.Ground;
import org.vigie.metrics.ledger.AnswerCounts;
import org.vigie.metrics.ledger.AnswerCounts.Standing;
import org.vigie.metrics.removal.ProviderRow;
import org.vigie.support.meters.Readings;

/** What came back, as gauges. What is not measured has no series, and neither has an outcome or a dispute of none. */
final class AnswerGauges {

    private static final String PROVIDER = "provider";
    private static final String ROLE = "role";
    private static final int SECONDS_AN_HOUR = 3600;

    private final String id;
    private final String role;
    private final Readings into;

    private AnswerGauges(String id, String role, Readings into) {
        this.id = id;
        this.role = role;
        this.into = into;
    }

    static void add(ProviderRow row, Readings into) {
        var counts = row.indicators().cell().answers();
        if (counts.isMeasured()) {
            var addressed = row.addressed();
            new AnswerGauges(addressed.provider().toString(), addressed.role().name(), into).add(counts);
        }
    }

    private void add(AnswerCounts counts) {
        gauge("vigie_images_answers_measured", "Targetings whose answers are known.", counts.measured());
        gauge(
                "vigie_images_acknowledged",
                "Of those, answered by a person in words that could be understood.",
                counts.acknowledged().total());
        gauge("vigie_notices_complained_about", "Notices that a feedback report came about.", counts.complaints());
        time("p50", counts.acknowledged().percentile(50));
        time("p90", counts.acknowledged().percentile(90));
        for (var code : Code.values()) {
            outcome(code, counts.said(code));
        }
        for (var ground : Ground.values()) {
            for (var standing : Standing.values()) {
                disputes(ground, standing, counts.disputes(ground, standing));
            }
        }
    }

    private void time(String stat, OptionalInt hours) {
        hours.ifPresent(value -> gauge(
                "vigie_ack_time_seconds",
                "Time from the first handover to the first answer.",
                (long) value * SECONDS_AN_HOUR,
                "stat",
                stat));
    }

    private void outcome(Code code, long count) {
        if (count > 0) {
            gauge("vigie_images_answered", "Targetings by what was answered.", count, "outcome", code.name());
        }
    }

    private void disputes(Ground ground, Standing standing, long count) {
        if (count > 0) {
            gauge(
                    "vigie_image_disputes",
                    "Disputes by ground and by what was decided.",
                    count,
                    "ground",
                    ground.name(),
                    "standing",
                    standing.name());
        }
    }

    /** @param further tags, names and values in turn */
    private void gauge(String name, String meaning, long value, String... further) {
        var tags = Stream.concat(Stream.of(PROVIDER, id, ROLE, role), Stream.of(further));
        into.gauge(name, meaning, value, tags.toArray(String[]::new));
    }
}
