package org.vigie.metrics.removal.meters;

import java.util.OptionalInt;
import org.vigie.events.removal.TargetingSnapshot.Code;
import org.vigie.events.removal.TargetingSnapshot.Ground;
import org.vigie.metrics.ledger.AnswerCounts;
import org.vigie.metrics.ledger.AnswerCounts.Standing;

/** What came back, as gauges. What is not measured has no series, and neither has an outcome or a dispute of none. */
final class AnswerGauges {

    private final ProviderReadings into;

    private AnswerGauges(ProviderReadings into) {
        this.into = into;
    }

    static void add(AnswerCounts counts, ProviderReadings into) {
        if (counts.isMeasured()) {
            new AnswerGauges(into).add(counts);
        }
    }

    private void add(AnswerCounts counts) {
        into.gauge("vigie_images_answers_measured", "Targetings whose answers are known.", counts.measured());
        into.gauge(
                "vigie_images_acknowledged",
                "Of those, answered by a person in words that could be understood.",
                counts.acknowledged().total());
        into.gauge("vigie_notices_complained_about", "Notices that a feedback report came about.", counts.complaints());
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
        into.time("vigie_ack_time_seconds", "Time from the first handover to the first answer.", hours, "stat", stat);
    }

    private void outcome(Code code, long count) {
        if (count > 0) {
            into.gauge("vigie_images_answered", "Targetings by what was answered.", count, "outcome", code.name());
        }
    }

    private void disputes(Ground ground, Standing standing, long count) {
        if (count > 0) {
            into.gauge(
                    "vigie_image_disputes",
                    "Disputes by ground and by what was decided.",
                    count,
                    "ground",
                    ground.name(),
                    "standing",
                    standing.name());
        }
    }
}
