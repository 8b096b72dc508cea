package org.vigie.metrics.removal.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.metrics.removal.RemovalIndicators;
import org.vigie.metrics.removal.RemovalTimes;

/**
 * What became of a set of targetings.
 *
 * @param few too few targetings or removals for percentiles to say much
 * @param nVoid targetings that are in no other number
 * @param lastSeen the lower bounds of the observed percentiles: until when what was removed was still seen
 * @param removedByOutageClass of the removed, those seen only as an outage of the host
 */
record IndicatorsView(
        long imagesTargeted,
        long noticesSent,
        long hardBounces,
        long distinctContent,
        boolean few,
        long n,
        long nRemoved,
        long nMoved,
        long nVoid,
        long nOpen,
        long openNow,
        @Nullable Integer oldestOpenHours,
        long exposureHours,
        long removedByOutageClass,
        TimesView removalTimeReport,
        TimesView removalTimeDelivered,
        TimesView.Percentiles lastSeen,
        Map<String, Within> removedWithin,
        ShareView recidivismA,
        ShareView recidivismB,
        long withoutHash,
        ShareView hardBounceRate,
        @Nullable Double noticesPerRemoval,
        RemovedBy removedBy,
        @JsonUnwrapped AnswersView answers) {

    private static final Map<String, Integer> HOURS = hours();

    /**
     * How many were removed within a time.
     *
     * @param share by Aalen and Johansen, those still open taken into account; from 0 to 1
     */
    record Within(long count, double share) {}

    /**
     * Who seems to have taken down what was removed; the first three add up to the removed.
     *
     * @param ownAction the provider told
     * @param actedByOther somebody else
     * @param notKnown nothing says who
     * @param roles in which role, where known
     */
    record RemovedBy(long ownAction, long actedByOther, long notKnown, Map<Role, Long> roles) {

        static RemovedBy of(RemovalIndicators indicators) {
            var cell = indicators.cell();
            var roles = new EnumMap<Role, Long>(Role.class);
            for (var role : Role.values()) {
                roles.put(role, cell.removedBy(role));
            }
            var known = cell.removedByOwn() + cell.removedByOther();
            return new RemovedBy(
                    cell.removedByOwn(),
                    cell.removedByOther(),
                    indicators.report().removed().total() - known,
                    roles);
        }
    }

    static IndicatorsView of(RemovalIndicators indicators) {
        var cell = indicators.cell();
        var report = indicators.report();
        var oldest = report.oldestOpen();
        return new IndicatorsView(
                cell.targeted(),
                cell.noticesSent(),
                cell.bounces(),
                indicators.distinct().all(),
                indicators.few(),
                report.n(),
                report.removed().total(),
                report.moved().total(),
                cell.voided(),
                report.openFor().total(),
                report.openFor().total(),
                oldest.isEmpty() ? null : oldest.getAsInt(),
                report.exposureHours(),
                cell.removedByOutageClass(),
                TimesView.of(report),
                TimesView.of(indicators.delivered()),
                TimesView.Percentiles.observed(cell.lastSeen()),
                within(report),
                ShareView.of(indicators.recidivismA()),
                ShareView.of(indicators.recidivismB()),
                indicators.withoutHash(),
                ShareView.of(indicators.hardBounceRate()),
                indicators.noticesPerRemoval(),
                RemovedBy.of(indicators),
                AnswersView.of(indicators));
    }

    private static Map<String, Within> within(RemovalTimes times) {
        var within = new LinkedHashMap<String, Within>();
        HOURS.forEach((name, span) -> within.put(name, new Within(times.countWithin(span), times.shareWithin(span))));
        return within;
    }

    private static Map<String, Integer> hours() {
        var hours = new LinkedHashMap<String, Integer>();
        hours.put("24h", 24);
        hours.put("48h", 48);
        hours.put("72h", 72);
        hours.put("7d", 7 * 24);
        hours.put("10d", 10 * 24);
        hours.put("30d", 30 * 24);
        return hours;
    }
}
