package org.vigie.registry.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All providers that are known. What is stored here is published. */
public interface Providers {

    Optional<Provider> find(UUID id);

    /** The provider with this {@link Provider#nameKey()}. */
    Optional<Provider> named(String nameKey);

    /** Every provider, in the order of their ids. {@link EveryProvider} has them at hand. */
    List<Provider> all();

    /** Those that there are of these, in no order. */
    List<Provider> of(Set<UUID> ids);

    /** Those in use with a working contact that was last confirmed before the instant, at most as many. */
    List<UUID> confirmedBefore(Instant instant, int limit);

    /** Those that name it as their group, in the order of their ids. */
    List<Provider> ofGroup(UUID group);

    /** The changes that were made by now, in whatever process: cheap. What is read afterwards has them in it. */
    Changes changes();

    /** Counts a change that was heard of, unless it was: the process that made it may have ended before it could. */
    void heardOfChange(UUID id, long version);

    /**
     * In the order of their ids, at most as many.
     *
     * @param cursor the id that they come after, absent from the beginning
     */
    List<Provider> after(@Nullable UUID cursor, int limit);

    /**
     * Stores a provider, new if it has no version.
     *
     * @return the provider at its new version; empty if it was changed since it was read, and nothing is stored then
     * @throws ProviderExists if another one has its id or its name and type
     */
    Optional<Provider> save(Provider provider);
}
