package org.vigie.metrics.removal.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.events.removal.TargetingSnapshot.Code;
import org.vigie.events.removal.TargetingSnapshot.Ground;
import org.vigie.metrics.ledger.AnswerCounts;
import org.vigie.metrics.ledger.AnswerCounts.Standing;
import org.vigie.metrics.removal.RemovalIndicators;

/**
 * What came back to a set of targetings.
 *
 * @param answersMeasured targetings whose answers are known; the others are in no number here
 * @param notMeasured the indicators that are absent because no answers are known; never to be read as 0
 * @param ackTime from the first handover to the first answer that could be understood
 * @param outcomes targetings by what was answered, some of them by several
 */
record AnswersView(
        long answersMeasured,
        List<String> notMeasured,
        @Nullable ShareView complaintRate,
        @Nullable ShareView ackRate,
        TimesView.@Nullable Percentiles ackTime,
        @Nullable Map<Code, Outcome> outcomes,
        @Nullable Map<Ground, Disputes> disputes) {

    private static final List<String> NAMES = List.of("complaint_rate", "ack_rate", "ack_time", "outcomes", "disputes");

    /**
     * Targetings that were answered so.
     *
     * @param proven of those, where it is shown that the provider said it
     */
    record Outcome(long count, long proven) {}

    /** Disputes, each in each targeting that it is about, void ones included. */
    record Disputes(long undecided, long upheld, long overturned) {

        static Disputes of(AnswerCounts counts, Ground ground) {
            return new Disputes(
                    counts.disputes(ground, Standing.UNDECIDED),
                    counts.disputes(ground, Standing.UPHELD),
                    counts.disputes(ground, Standing.OVERTURNED));
        }
    }

    static AnswersView of(RemovalIndicators indicators) {
        var counts = indicators.cell().answers();
        if (!counts.isMeasured()) {
            return new AnswersView(0, NAMES, null, null, null, null, null);
        }
        return new AnswersView(
                counts.measured(),
                List.of(),
                ShareView.of(indicators.complaintRate()),
                ShareView.of(indicators.ackRate()),
                TimesView.Percentiles.observed(counts.acknowledged()),
                outcomes(counts),
                disputes(counts));
    }

    private static Map<Code, Outcome> outcomes(AnswerCounts counts) {
        var outcomes = new EnumMap<Code, Outcome>(Code.class);
        for (var code : Code.values()) {
            outcomes.put(code, new Outcome(counts.said(code), counts.proven(code)));
        }
        return outcomes;
    }

    private static Map<Ground, Disputes> disputes(AnswerCounts counts) {
        var disputes = new EnumMap<Ground, Disputes>(Ground.class);
        for (var ground : Ground.values()) {
            disputes.put(ground, Disputes.of(counts, ground));
        }
        return disputes;
    }
}
