package org.vigie.metrics.removal.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.metrics.removal.ProviderRow;
import org.vigie.metrics.volume.CaseFigures;

/**
 * One provider in one role it was written to in.
 *
 * @param type the role the provider is shown with, absent while it is not known
 * @param reportedApart why it stands outside the named table, absent if it stands in it
 */
record RowView(
        UUID providerId,
        String name,
        Role role,
        @Nullable Role type,
        @Nullable String country,
        @Nullable String reportedApart,
        @JsonUnwrapped IndicatorsView indicators,
        @JsonUnwrapped CasesView cases) {

    static RowView of(ProviderRow row, CaseFigures figures) {
        var provider = row.provider();
        return new RowView(
                row.addressed().provider(),
                row.name(),
                row.addressed().role(),
                provider == null ? null : provider.type(),
                provider == null ? null : provider.country(),
                provider == null ? null : provider.reportedApart(),
                IndicatorsView.of(row.indicators()),
                CasesView.of(figures));
    }
}
