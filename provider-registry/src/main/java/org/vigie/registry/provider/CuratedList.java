package org.vigie.registry.provider;

import java.util.List;
import org.vigie.registry.dataset.DataSet;
import org.vigie.registry.dataset.Edition;
import org.vigie.registry.provider.NetworkObject.Kind;

/**
 * A list of providers that everybody starts with, or one the operator gives instead.
 *
 * @param version the day it is from
 */
public record CuratedList(String version, List<ProviderFacts> providers) {

    /** Nobody. */
    public static final CuratedList NONE = new CuratedList("none", List.of());

    public CuratedList {
        providers = List.copyOf(providers);
    }

    /** How many providers and network objects it names. */
    public long rows() {
        return providers.stream().mapToLong(facts -> 1 + facts.objects().size()).sum();
    }

    /** Whether the list gives a provider of that name this network object. */
    public boolean names(String provider, Kind kind, String value) {
        return providers.stream()
                .filter(facts -> facts.name().equals(provider))
                .flatMap(facts -> facts.objects().stream())
                .anyMatch(object -> object.kind() == kind && object.value().equals(value));
    }

    /** Which edition it is. */
    public Edition edition() {
        return Edition.stamped(version, "this project");
    }

    /** What can be said of it as a data set. */
    public DataSet describe(String name) {
        return new DataSet(name, edition(), rows());
    }
}
