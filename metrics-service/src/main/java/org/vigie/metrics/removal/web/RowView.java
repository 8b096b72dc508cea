package org.vigie.metrics.removal.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.metrics.removal.ProviderRow;
import org.vigie.metrics.removal.RemovalTimes;

/**
 * One provider in one role it was written to in.
 *
 * @param type the role the provider is shown with, absent while it is not known
 * @param few too few targetings or removals for percentiles to say much
 * @param nVoid targetings that are in no other number
 * @param removedByOutageClass of the removed, those seen only as an outage of the host
 * @param reportedApart why it stands outside the named table, absent if it stands in it
 */
record RowView(
        UUID providerId,
        String name,
        Role role,
        @Nullable Role type,
        @Nullable String country,
        @Nullable String reportedApart,
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
        Map<String, Within> removedWithin,
        ShareView recidivismA,
        ShareView recidivismB,
        long withoutHash,
        @Nullable Double noticesPerRemoval) {

    private static final Map<String, Integer> HOURS = spans();

    /**
     * How many were removed within a time.
     *
     * @param share by Aalen and Johansen, those still open taken into account; from 0 to 1
     */
    record Within(long count, double share) {}

    static RowView of(ProviderRow row) {
        var provider = row.provider();
        var indicators = row.indicators();
        var cell = indicators.cell();
        var report = indicators.report();
        var oldest = report.oldestOpen();
        return new RowView(
                row.addressed().provider(),
                row.name(),
                row.addressed().role(),
                provider == null ? null : provider.type(),
                provider == null ? null : provider.country(),
                provider == null ? null : provider.reportedApart(),
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
                within(report),
                ShareView.of(indicators.recidivismA()),
                ShareView.of(indicators.recidivismB()),
                indicators.withoutHash(),
                indicators.noticesPerRemoval());
    }

    private static Map<String, Within> within(RemovalTimes times) {
        var within = new LinkedHashMap<String, Within>();
        HOURS.forEach(
                (name, hours) -> within.put(name, new Within(times.countWithin(hours), times.shareWithin(hours))));
        return within;
    }

    private static Map<String, Integer> spans() {
        var spans = new LinkedHashMap<String, Integer>();
        spans.put("24h", 24);
        spans.put("48h", 48);
        spans.put("72h", 72);
        spans.put("7d", 7 * 24);
        spans.put("10d", 10 * 24);
        spans.put("30d", 30 * 24);
        return spans;
    }
}
