package org.vigie.registry.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All providers that are known. What is stored here is published. */
public interface Providers {

    Optional<Provider> find(UUID id);

    /** The provider with this {@link Provider#nameKey()}. */
    Optional<Provider> named(String nameKey);

    /** Every provider, in the order of their ids. */
    List<Provider> all();

    /** The version of every provider: cheap, to see whether something changed. */
    Map<UUID, Long> versions();

    /**
     * Stores a provider, new if it has no version.
     *
     * @return the provider at its new version
     * @throws StaleProvider if it was changed since it was read
     * @throws ProviderExists if another one has its id or its name and type
     */
    Provider save(Provider provider);
}
