package org.vigie.metrics.removal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.metrics.volume.Delays.Spread;

/** The columns of a row of any table. A percentile that is not reached says so; one of nothing is empty. */
final class RowColumns {

    /** One column and where its value is. */
    record Column(String name, BiFunction<IndicatorsView, CasesView, @Nullable Object> from) {
        @Nullable
        Object value(IndicatorsView row, CasesView cases) {
            return from.apply(row, cases);
        }
    }

    private static final List<String> SPANS = List.of("24h", "48h", "72h", "7d", "10d", "30d");

    static final List<Column> ALL = new RowColumns().all();

    private final List<Column> columns = new ArrayList<>();

    private List<Column> all() {
        counts();
        times();
        shares();
        ends();
        cases();
        columns.addAll(AnswerColumns.all());
        return List.copyOf(columns);
    }

    private void counts() {
        add("images_targeted", IndicatorsView::imagesTargeted);
        add("notices_sent", IndicatorsView::noticesSent);
        add("distinct_content", IndicatorsView::distinctContent);
        add("n", IndicatorsView::n);
        add("n_removed", IndicatorsView::nRemoved);
        add("n_open", IndicatorsView::nOpen);
        add("n_moved", IndicatorsView::nMoved);
        add("n_void", IndicatorsView::nVoid);
        add("few", IndicatorsView::few);
    }

    private void times() {
        percentiles("observed", row -> row.removalTimeReport().observed());
        percentiles("km", row -> row.removalTimeReport().kaplanMeier());
        interval("km", row -> row.removalTimeReport().kaplanMeier());
        add("delivered_n", row -> row.removalTimeDelivered().n());
        percentiles("delivered_observed", row -> row.removalTimeDelivered().observed());
        percentiles("delivered_km", row -> row.removalTimeDelivered().kaplanMeier());
        interval("delivered_km", row -> row.removalTimeDelivered().kaplanMeier());
        percentiles("last_seen", IndicatorsView::lastSeen);
        SPANS.forEach(this::within);
    }

    private void shares() {
        share("recidivism_a", (row, _) -> row.recidivismA());
        share("recidivism_b", (row, _) -> row.recidivismB());
        add("without_hash", IndicatorsView::withoutHash);
        add("oldest_open_hours", IndicatorsView::oldestOpenHours);
        add("exposure_hours", IndicatorsView::exposureHours);
        add("removed_by_outage_class", IndicatorsView::removedByOutageClass);
        add("notices_per_removal", IndicatorsView::noticesPerRemoval);
        share("hard_bounce_rate", (row, _) -> row.hardBounceRate());
    }

    private void ends() {
        add("removed_by_own_action", row -> row.removedBy().ownAction());
        add("acted_by_other", row -> row.removedBy().actedByOther());
        add("removed_by_not_known", row -> row.removedBy().notKnown());
        for (var role : Role.values()) {
            add(
                    "removed_by_" + role.name().toLowerCase(Locale.ROOT),
                    row -> row.removedBy().roles().get(role));
        }
    }

    private void cases() {
        spread("received_to_verified", OwnDelay::receivedToVerified);
        spread("verified_to_first_handover", OwnDelay::verifiedToFirstHandover);
        spread("held", OwnDelay::held);
        spread("blocked_by_check", OwnDelay::blockedByCheck);
        share("reappearance_30d", (_, cases) -> cases.reappearance().within30d());
        share("reappearance_180d", (_, cases) -> cases.reappearance().within180d());
    }

    private void add(String name, Function<IndicatorsView, @Nullable Object> from) {
        columns.add(new Column(name, (row, _) -> from.apply(row)));
    }

    private void percentiles(String name, Function<IndicatorsView, TimesView.Percentiles> from) {
        percentile(name + "_p50", row -> from.apply(row).p50());
        percentile(name + "_p90", row -> from.apply(row).p90());
    }

    private void percentile(String name, Function<IndicatorsView, PercentileView> from) {
        add(name + "_hours", row -> orNotReached(from.apply(row).hours()));
        add(name + "_days", row -> orNotReached(from.apply(row).days()));
    }

    private void interval(String name, Function<IndicatorsView, TimesView.Percentiles> from) {
        add(name + "_p50_lower_hours", row -> from.apply(row).p50().lowerHours());
        add(name + "_p50_upper_hours", row -> from.apply(row).p50().upperHours());
        add(name + "_p90_lower_hours", row -> from.apply(row).p90().lowerHours());
        add(name + "_p90_upper_hours", row -> from.apply(row).p90().upperHours());
    }

    private void within(String span) {
        add("removed_within_" + span, row -> within(row, span).count());
        add("removed_within_" + span + "_share", row -> within(row, span).share());
    }

    private static IndicatorsView.Within within(IndicatorsView row, String span) {
        return Objects.requireNonNull(row.removedWithin().get(span));
    }

    private void share(String name, BiFunction<IndicatorsView, CasesView, ShareView> from) {
        columns.add(new Column(name, (row, cases) -> from.apply(row, cases).share()));
        columns.add(new Column(
                name + "_numerator", (row, cases) -> from.apply(row, cases).numerator()));
        columns.add(new Column(
                name + "_denominator", (row, cases) -> from.apply(row, cases).denominator()));
        columns.add(new Column(
                name + "_lower", (row, cases) -> from.apply(row, cases).lower()));
        columns.add(new Column(
                name + "_upper", (row, cases) -> from.apply(row, cases).upper()));
    }

    private void spread(String name, Function<OwnDelay, Spread> from) {
        columns.add(new Column(
                "own_" + name + "_n", (_, cases) -> from.apply(cases.ownDelay()).n()));
        columns.add(new Column(
                "own_" + name + "_p50_hours",
                (_, cases) -> from.apply(cases.ownDelay()).p50Hours()));
        columns.add(new Column(
                "own_" + name + "_p90_hours",
                (_, cases) -> from.apply(cases.ownDelay()).p90Hours()));
    }

    private static Object orNotReached(@Nullable Integer number) {
        return Objects.requireNonNullElse(number, "not reached");
    }
}
