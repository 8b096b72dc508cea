package org.vigie.metrics.ledger;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.events.provider.ProviderSnapshot;

/**
 * Which targetings to measure, and as of when; what is absent chooses everything.
 *
 * @param type the role the provider is shown with
 * @param country of the provider, ISO 3166-1 alpha-2
 * @param from first handover at or after
 * @param to first handover before
 * @param asOf what happened later is not known; absent for now
 */
public record Selection(
        @Nullable UUID provider,
        @Nullable Role role,
        @Nullable Role type,
        @Nullable Maturation stage,
        @Nullable Category category,
        @Nullable ContentKind kind,
        @Nullable String country,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant asOf) {

    public static final Selection EVERYTHING =
            new Selection(null, null, null, null, null, null, null, null, null, null);

    /** Only this provider. */
    public static Selection of(UUID provider) {
        return new Selection(provider, null, null, null, null, null, null, null, null, null);
    }

    /** First handed over from one instant until before another, as known at a third. */
    public static Selection of(Instant from, Instant to, Instant asOf) {
        return new Selection(null, null, null, null, null, null, null, from, to, asOf);
    }

    /** Whether the content unit of a case is chosen by what it is, whoever was told of it. */
    public boolean choosesContent(CountedCase.Content content) {
        return isOrAbsent(stage, content.maturation())
                && isOrAbsent(category, content.category())
                && isOrAbsent(kind, content.kind());
    }

    /** Whether contents are chosen by what they are. */
    public boolean narrowsContent() {
        return stage != null || category != null || kind != null;
    }

    /** Whether the targeting is chosen. */
    public boolean chooses(Lifecycle lifecycle, Function<UUID, @Nullable ProviderSnapshot> providers) {
        return isOrAbsent(provider, lifecycle.provider())
                && isOrAbsent(role, lifecycle.role())
                && isOrAbsent(stage, lifecycle.maturation())
                && isOrAbsent(category, lifecycle.category())
                && isOrAbsent(kind, lifecycle.kind())
                && (from == null || lifecycle.handedOverAt() >= from.toEpochMilli())
                && (to == null || lifecycle.handedOverAt() < to.toEpochMilli())
                && ((type == null && country == null) || isOfProvider(providers.apply(lifecycle.provider())));
    }

    private boolean isOfProvider(@Nullable ProviderSnapshot snapshot) {
        return snapshot != null && isOrAbsent(type, snapshot.type()) && isOrAbsent(country, snapshot.country());
    }

    private static boolean isOrAbsent(@Nullable Object wanted, @Nullable Object value) {
        return wanted == null || wanted.equals(value);
    }
}
