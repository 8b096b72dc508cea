package org.vigie.registry.chain;

import java.net.InetAddress;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the network showed of a host while it was resolved, in the order in which it was met.
 *
 * @param nameState {@code FOUND}, or why there are no addresses
 * @param registryStatus of the domain, empty where no registry said
 */
record Shown(
        String nameState,
        List<InetAddress> addresses,
        List<String> aliases,
        List<Long> systems,
        SortedSet<String> registryStatus) {

    /** Nothing was asked or answered. */
    static final Shown NOTHING =
            new Shown(Seen.NOTHING.nameState(), List.of(), List.of(), List.of(), Seen.NOTHING.registryStatus());

    /** As it is kept. */
    Seen seen() {
        var texts = new TreeSet<String>();
        addresses.forEach(address -> texts.add(address.getHostAddress()));
        return new Seen(nameState, texts, new TreeSet<>(aliases), new TreeSet<>(systems), registryStatus);
    }

    /** Says nothing of what was shown. */
    @Override
    public String toString() {
        return "Shown";
    }
}
