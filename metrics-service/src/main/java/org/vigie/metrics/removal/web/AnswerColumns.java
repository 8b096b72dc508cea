package org.vigie.metrics.removal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.events.removal.TargetingSnapshot.Code;
import org.vigie.events.removal.TargetingSnapshot.Ground;
import org.vigie.metrics.removal.web.AnswersView.Disputes;
import org.vigie.metrics.removal.web.RowColumns.Column;

/** The columns of what came back. Where no answers are known they say so, and never 0. */
final class AnswerColumns {

    private static final String NOT_MEASURED = "not measured";

    private final List<Column> columns = new ArrayList<>();

    private AnswerColumns() {}

    static List<Column> all() {
        var all = new AnswerColumns();
        all.add("answers_measured", AnswersView::answersMeasured);
        all.share("complaint_rate", AnswersView::complaintRate);
        all.share("ack_rate", AnswersView::ackRate);
        all.percentile("ack_time_p50", times -> times.p50());
        all.percentile("ack_time_p90", times -> times.p90());
        for (var code : Code.values()) {
            var name = "outcome_" + lower(code);
            all.of(
                    name,
                    AnswersView::outcomes,
                    outcomes -> of(outcomes.get(code)).count());
            all.of(
                    name + "_proven",
                    AnswersView::outcomes,
                    outcomes -> of(outcomes.get(code)).proven());
        }
        for (var ground : Ground.values()) {
            all.disputes(ground, "undecided", Disputes::undecided);
            all.disputes(ground, "upheld", Disputes::upheld);
            all.disputes(ground, "overturned", Disputes::overturned);
        }
        return all.columns;
    }

    private void add(String name, Function<AnswersView, @Nullable Object> from) {
        columns.add(new Column(name, (row, _) -> from.apply(row.answers())));
    }

    private <T> void of(String name, Function<AnswersView, @Nullable T> part, Function<T, @Nullable Object> from) {
        add(name, row -> {
            var known = part.apply(row);
            return known == null ? NOT_MEASURED : from.apply(known);
        });
    }

    private void share(String name, Function<AnswersView, @Nullable ShareView> from) {
        of(name, from, ShareView::share);
        of(name + "_numerator", from, ShareView::numerator);
        of(name + "_denominator", from, ShareView::denominator);
        of(name + "_lower", from, ShareView::lower);
        of(name + "_upper", from, ShareView::upper);
    }

    private void percentile(String name, Function<TimesView.Percentiles, PercentileView> from) {
        of(name + "_hours", AnswersView::ackTime, times -> from.apply(times).hours());
        of(name + "_days", AnswersView::ackTime, times -> from.apply(times).days());
    }

    private void disputes(Ground ground, String standing, Function<Disputes, @Nullable Object> from) {
        of(
                "disputes_" + lower(ground) + "_" + standing,
                AnswersView::disputes,
                disputes -> from.apply(of(disputes.get(ground))));
    }

    private static <T> T of(@Nullable T known) {
        return Objects.requireNonNull(known);
    }

    private static String lower(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT);
    }
}
