package org.vigie.registry.provider;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How often a provider was changed, by whatever process, and whose changes were the last.
 *
 * @param count goes up by one or more with every change, from a number that is another one in every store
 * @param newest whose the latest changes were, the last one last; those before are forgotten from time to time
 */
public record Changes(long count, List<UUID> newest) {

    public Changes {
        newest = List.copyOf(newest);
    }

    /** Who was changed after there had been so many changes; absent if that is forgotten. */
    Optional<Set<UUID>> since(long earlier) {
        var more = count - earlier;
        return more < 0 || more > newest.size()
                ? Optional.empty()
                : Optional.of(Set.copyOf(newest.subList(newest.size() - (int) more, newest.size())));
    }
}
