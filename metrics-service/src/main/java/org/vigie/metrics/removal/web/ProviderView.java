package org.vigie.metrics.removal.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.definition.Definitions;
import org.vigie.metrics.ledger.Addressed;
import org.vigie.metrics.removal.ProviderRow;
import org.vigie.metrics.removal.ProviderTable;
import org.vigie.metrics.statistics.SurvivalCurve;
import org.vigie.metrics.volume.CaseFigures;
import org.vigie.metrics.volume.CaseFiguresBy;
import org.vigie.metrics.volume.Delays;

/** One provider: a row for each role, its curve, and its months. */
record ProviderView(
        @Nullable Instant asOf,
        String methodVersion,
        OwnDelay ownDelay,
        List<RoleView> roles,
        List<GroupsView.GroupView> months) {

    record RoleView(@JsonUnwrapped RowView row, List<Step> curve) {}

    /**
     * The share still there after so many hours (Kaplan-Meier), with its log-log interval.
     *
     * @param lower absent where the share is 0
     */
    record Step(
            int hours,
            long atRisk,
            long removed,
            double stillThere,
            @Nullable Double lower,
            @Nullable Double upper) {

        static Step of(SurvivalCurve.Step step) {
            var interval = step.interval();
            return new Step(
                    step.hour(),
                    step.atRisk(),
                    step.ended(),
                    step.survival(),
                    interval == null ? null : interval.lower(),
                    interval == null ? null : interval.upper());
        }
    }

    static ProviderView of(ProviderTable table, GroupsView months, Delays delays, CaseFiguresBy<Addressed> figures) {
        return new ProviderView(
                table.asOf(),
                Definitions.VERSION,
                OwnDelay.of(delays),
                table.rows().stream()
                        .map(row -> role(row, figures.of(row.addressed())))
                        .toList(),
                months.rows());
    }

    private static RoleView role(ProviderRow row, CaseFigures figures) {
        var curve = row.indicators().report().curve();
        return new RoleView(
                RowView.of(row, figures), curve.steps().stream().map(Step::of).toList());
    }
}
