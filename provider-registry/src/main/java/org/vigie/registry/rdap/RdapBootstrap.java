package org.vigie.registry.rdap;

import java.net.InetAddress;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.url.AddressRange;

/**
 * Which server to ask about what (RFC 9224): the longest prefix, the smallest span of numbers, the longest end of a
 * name.
 *
 * @param version date of the facts
 * @param names suffixes in lower-case ASCII without dots at the ends
 */
public record RdapBootstrap(
        String version, List<Network> networks, List<Systems> systems, Map<String, List<URI>> names) {

    public RdapBootstrap {
        networks = networks.stream()
                .sorted(Comparator.comparingInt(Network::prefixLength).reversed())
                .toList();
        systems = systems.stream()
                .sorted(Comparator.comparingLong(each -> each.last() - each.first()))
                .toList();
        names = Map.copyOf(names);
    }

    /** A registry's block of addresses. */
    public record Network(AddressRange range, int prefixLength, List<URI> bases) {}

    /** A registry's block of AS numbers, both ends in it. */
    public record Systems(long first, long last, List<URI> bases) {}

    /** How many facts there are. */
    public long size() {
        return (long) networks.size() + systems.size() + names.size();
    }

    /** Where to ask; https wherever it is listed. Absent if nobody is known. */
    public Optional<URI> uri(RdapQuery query) {
        return bases(query).flatMap(RdapBootstrap::best).map(base -> joined(base, query.path()));
    }

    private Optional<List<URI>> bases(RdapQuery query) {
        return switch (query) {
            case RdapQuery.Ip(InetAddress address) -> ofAddress(address);
            case RdapQuery.Network(InetAddress first, int _) -> ofAddress(first);
            case RdapQuery.As(long number) ->
                systems.stream()
                        .filter(block -> block.first() <= number && number <= block.last())
                        .map(Systems::bases)
                        .findFirst();
            case RdapQuery.Domain(String name) -> ofName(name);
        };
    }

    private Optional<List<URI>> ofAddress(InetAddress address) {
        return networks.stream()
                .filter(network -> network.range().contains(address))
                .map(Network::bases)
                .findFirst();
    }

    private Optional<List<URI>> ofName(String name) {
        for (var end = name; !end.isEmpty(); end = end.substring(end.indexOf('.') + 1)) {
            var found = names.get(end);
            if (found != null) {
                return Optional.of(found);
            }
            if (end.indexOf('.') < 0) {
                break;
            }
        }
        return Optional.empty();
    }

    private static Optional<URI> best(List<URI> bases) {
        return bases.stream()
                .filter(base -> "https".equals(base.getScheme()))
                .findFirst()
                .or(() -> bases.stream().findFirst());
    }

    private static URI joined(URI base, String path) {
        var text = base.toString();
        return URI.create((text.endsWith("/") ? text : text + "/") + path);
    }
}
