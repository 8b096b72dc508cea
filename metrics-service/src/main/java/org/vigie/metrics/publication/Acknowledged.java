package org.vigie.metrics.publication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.vigie.events.removal.TargetingSnapshot.Code;
import org.vigie.events.removal.TargetingSnapshot.Ground;
import org.vigie.metrics.ledger.AnswerCounts;
import org.vigie.metrics.ledger.AnswerCounts.Standing;
import org.vigie.metrics.removal.RemovalIndicators;
import org.vigie.metrics.statistics.HourHistogram;
import org.vigie.metrics.statistics.Share;

/**
 * What came back from whom a row is about.
 *
 * @param rate images answered in words that could be understood, of those whose answers are known, from 0 to 1; absent
 *     if it rests on too few
 * @param p50 hours from the first handover to the first such answer; absent where there are too few
 * @param outcomes images that were answered so, of those whose answers are known, from 0 to 1; one that rests on too
 *     few is absent
 * @param disputes how many there were, each in each image it is about; one that is too small to be shown is absent
 * @param complaintRate requests that were marked as spam, of those sent, from 0 to 1; absent if it rests on too few
 */
public record Acknowledged(
        @Nullable Double rate,
        @Nullable Integer p50,
        @Nullable Integer p90,
        @Nullable Double complaintRate,
        Map<Code, Double> outcomes,
        Map<Ground, Map<Standing, Long>> disputes) {

    private static final List<Code> CODES = List.of(Code.values());
    private static final List<Ground> GROUNDS = List.of(Ground.values());
    private static final List<Standing> STANDINGS = List.of(Standing.values());

    /** Fewer answers than this say little of a percentile, as fewer removals do. */
    private static final int FEW = 10;

    public Acknowledged {
        // In one order, so that a publication reads the same each time; none in what was frozen before they were shown.
        outcomes = outcomes == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(outcomes));
        disputes = disputes == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(disputes));
    }

    /** What is counted behind the shares, in one order. */
    static List<Share> shares(RemovalIndicators indicators) {
        var shares = new ArrayList<Share>();
        shares.add(indicators.ackRate());
        shares.add(indicators.complaintRate());
        var answers = indicators.cell().answers();
        CODES.forEach(code -> shares.add(new Share(answers.said(code), answers.measured())));
        GROUNDS.forEach(ground -> STANDINGS.forEach(
                standing -> shares.add(new Share(answers.disputes(ground, standing), answers.disputes(ground)))));
        return List.copyOf(shares);
    }

    /** Absent where no answers are known. */
    static @Nullable Acknowledged of(RemovalIndicators indicators) {
        var answers = indicators.cell().answers();
        if (answers.measured() == 0) {
            return null;
        }
        var hours = answers.acknowledged();
        return new Acknowledged(
                indicators.ackRate().value(),
                percentile(hours, 50),
                percentile(hours, 90),
                indicators.complaintRate().value(),
                outcomes(answers),
                disputes(answers));
    }

    private static Map<Code, Double> outcomes(AnswerCounts answers) {
        var outcomes = new EnumMap<Code, Double>(Code.class);
        CODES.forEach(code -> outcomes.put(code, (double) answers.said(code) / answers.measured()));
        return outcomes;
    }

    private static Map<Ground, Map<Standing, Long>> disputes(AnswerCounts answers) {
        var disputes = new EnumMap<Ground, Map<Standing, Long>>(Ground.class);
        for (var ground : GROUNDS) {
            var counts = new EnumMap<Standing, Long>(Standing.class);
            STANDINGS.forEach(standing -> counts.put(standing, answers.disputes(ground, standing)));
            disputes.put(ground, counts);
        }
        return disputes;
    }

    private static @Nullable Integer percentile(HourHistogram hours, int percent) {
        var value = hours.total() < FEW ? OptionalInt.empty() : hours.percentile(percent);
        return value.isEmpty() ? null : value.getAsInt();
    }

    /**
     * The same with these only; how long it took is told with how many it was.
     *
     * @param isShown by the place of a share among {@link #shares}
     */
    Acknowledged only(IntPredicate isShown) {
        var answered = isShown.test(0);
        var place = 2;
        var shown = new EnumMap<Code, Double>(Code.class);
        for (var code : CODES) {
            if (isShown.test(place++) && outcomes.containsKey(code)) {
                shown.put(code, outcomes.get(code));
            }
        }
        var counts = new EnumMap<Ground, Map<Standing, Long>>(Ground.class);
        for (var ground : GROUNDS) {
            var some = new EnumMap<Standing, Long>(Standing.class);
            for (var standing : STANDINGS) {
                if (isShown.test(place++)) {
                    some.put(standing, disputes.getOrDefault(ground, Map.of()).getOrDefault(standing, 0L));
                }
            }
            counts.put(ground, some);
        }
        return new Acknowledged(
                answered ? rate : null,
                answered ? p50 : null,
                answered ? p90 : null,
                isShown.test(1) ? complaintRate : null,
                shown,
                counts);
    }
}
