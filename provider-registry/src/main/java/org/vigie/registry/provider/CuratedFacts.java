package org.vigie.registry.provider;

import static java.util.stream.Collectors.toMap;

/** What the list that comes with the software says of a provider, beside what people say of it. */
final class CuratedFacts {

    private CuratedFacts() {}

    /** Whether nobody has said anything of it beside the list and a registry. */
    static boolean areAll(Provider provider) {
        return provider.contacts().stream().allMatch(contact -> contact.source() == Source.RDAP)
                && isNamedByThem(provider)
                && provider.networkObjects().stream().allMatch(object -> object.source() == Source.CURATED);
    }

    private static boolean isNamedByThem(Provider provider) {
        return provider.namingSource() != null
                && provider.namingSource().split(":", 2)[0].equals("curated");
    }

    /** The network objects that a person states, with the curated ones beside them. */
    static Provider besides(Provider stated, Provider curated) {
        return stated.withNetworkObjects(
                ChangeProvider.union(stated.networkObjects(), curated.networkObjects(), NetworkObject::id));
    }

    /** The network objects of the list in the place of those that were curated before. */
    static Provider renewed(Provider known, Provider curated) {
        var told = known.networkObjects().stream()
                .filter(object -> object.source() != Source.CURATED)
                .toList();
        var said = known.networkObjects().stream().collect(toMap(NetworkObject::id, each -> each));
        var now = curated.networkObjects().stream()
                .map(object -> object.of(known.id()))
                .map(object -> said.getOrDefault(object.id(), object))
                .toList();
        var next = ChangeProvider.union(told, now, NetworkObject::id);
        var isAsBefore =
                Provider.said(next, NetworkObject::id).equals(Provider.said(known.networkObjects(), NetworkObject::id));
        return !known.active() || isAsBefore ? known : known.withNetworkObjects(next);
    }
}
