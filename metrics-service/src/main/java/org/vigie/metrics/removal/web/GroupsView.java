package org.vigie.metrics.removal.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.definition.Definitions;
import org.vigie.metrics.removal.GroupTable;
import org.vigie.metrics.volume.CaseFiguresBy;

/** A table by type, stage, category, country or month. */
record GroupsView(@Nullable Instant asOf, String methodVersion, List<GroupView> rows) {

    record GroupView(
            String group,
            @JsonUnwrapped IndicatorsView indicators,
            @JsonUnwrapped CasesView cases) {}

    static GroupsView of(GroupTable table, CaseFiguresBy<String> figures) {
        return new GroupsView(
                table.asOf(),
                Definitions.VERSION,
                table.rows().stream()
                        .map(row -> new GroupView(
                                row.group(),
                                IndicatorsView.of(row.indicators()),
                                CasesView.of(figures.of(row.group()))))
                        .toList());
    }
}
