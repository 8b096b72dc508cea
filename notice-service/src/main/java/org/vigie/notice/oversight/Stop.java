package org.vigie.notice.oversight;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is not sent.
 *
 * @param everything whether nothing is sent to anybody
 * @param providers to whom nothing is sent
 * @param by who said so last, absent before the first time
 * @param reason in the person's words, absent before the first time
 * @param since absent before the first time
 * @param version counts what was said, 0 before the first time
 */
public record Stop(
        boolean everything,
        Set<UUID> providers,
        @Nullable String by,
        @Nullable String reason,
        @Nullable Instant since,
        long version) {

    public static final Stop NOTHING = new Stop(false, Set.of(), null, null, null, 0);

    public Stop {
        providers = Set.copyOf(providers);
    }

    /**
     * What is stopped from now on.
     *
     * @param all absent if that stays as it is
     * @param some absent if they stay as they are
     */
    public Stop said(@Nullable Boolean all, @Nullable Set<UUID> some, String who, String why, Instant at) {
        return new Stop(all == null ? everything : all, some == null ? providers : some, who, why, at, version + 1);
    }

    /**
     * The same for whoever took a stopped provider's place.
     *
     * @param mergedInto by whom a provider was taken over, if by anybody
     */
    Stop following(Function<UUID, Optional<UUID>> mergedInto) {
        var all = new HashSet<>(providers);
        for (var next : providers) {
            var survivor = mergedInto.apply(next);
            while (survivor.isPresent() && all.add(survivor.get())) {
                survivor = mergedInto.apply(survivor.get());
            }
        }
        return new Stop(everything, all, by, reason, since, version);
    }

    /** Whether nothing is sent to the provider. */
    public boolean concerns(UUID providerId) {
        return everything || providers.contains(providerId);
    }

    /** Leaves people's names and words out. */
    @Override
    public String toString() {
        return "Stop[%s, %d providers]".formatted(everything, providers.size());
    }
}
