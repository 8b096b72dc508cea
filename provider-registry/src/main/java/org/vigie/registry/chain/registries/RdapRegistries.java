package org.vigie.registry.chain.registries;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.events.provider.ChainSnapshot.Failure;
import org.vigie.registry.chain.Registries;
import org.vigie.registry.chain.RegistrySaid;
import org.vigie.registry.rdap.RdapAnswer;
import org.vigie.registry.rdap.RdapClient;
import org.vigie.registry.rdap.RdapQuery;
import org.vigie.registry.rdap.RdapRecord;

/** One question about the domain and one about each of the first addresses; a whole network is asked about once. */
final class RdapRegistries implements Registries {

    private static final int MOST_ADDRESSES = 4;
    private static final int MOST_NETWORKS = 3;

    private final RdapClient client;

    RdapRegistries(RdapClient client) {
        this.client = client;
    }

    @Override
    public RegistrySaid ask(@Nullable String domain, List<InetAddress> addresses, Predicate<String> usable) {
        var failures = new TreeSet<String>();
        var name = Optional.ofNullable(domain).flatMap(asked -> found(new RdapQuery.Domain(asked), failures));
        var abuse = new LinkedHashMap<InetAddress, List<String>>();
        addresses.stream().limit(MOST_ADDRESSES).forEach(address -> {
            var stated = abuse(address, usable, failures);
            if (!stated.isEmpty()) {
                abuse.put(address, stated);
            }
        });
        return new RegistrySaid(
                name.map(RdapRecord::registrar).orElse(null),
                new TreeSet<>(name.map(RdapRecord::status).orElse(List.of())),
                abuse,
                failures.stream().map(code -> new Failure("RDAP", code)).toList());
    }

    /** What the smallest network states, or the one around it where that states nothing usable. */
    private List<String> abuse(InetAddress address, Predicate<String> usable, Set<String> failures) {
        RdapQuery query = new RdapQuery.Ip(address);
        for (int networks = 0; networks < MOST_NETWORKS && query != null; networks++) {
            var said = found(query, failures);
            var stated = said.map(RdapRecord::abuse).orElse(List.of()).stream()
                    .filter(usable)
                    .toList();
            if (!stated.isEmpty()) {
                return stated;
            }
            query = said.map(RdapRecord::around).orElse(null);
        }
        return List.of();
    }

    private Optional<RdapRecord> found(RdapQuery query, Set<String> failures) {
        return switch (client.ask(query)) {
            case RdapAnswer.Found(RdapRecord said) -> Optional.of(said);
            case RdapAnswer.Nothing _ -> Optional.empty();
            case RdapAnswer.Unknown(String code) -> {
                failures.add(code);
                yield Optional.empty();
            }
        };
    }
}
