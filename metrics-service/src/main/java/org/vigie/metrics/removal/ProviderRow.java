package org.vigie.metrics.removal;

import org.jspecify.annotations.Nullable;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.metrics.ledger.Addressed;

/**
 * One row of the table.
 *
 * @param provider what provider-registry says of it, null while it has said nothing
 */
public record ProviderRow(Addressed addressed, @Nullable ProviderSnapshot provider, RemovalIndicators indicators) {

    /** Why its numbers stand outside the named table, null if they stand in it. */
    public @Nullable String reportedApart() {
        return provider == null ? null : provider.reportedApart();
    }

    /** The provider's name, or its id while it has none here. */
    public String name() {
        return provider == null ? addressed.provider().toString() : provider.name();
    }
}
