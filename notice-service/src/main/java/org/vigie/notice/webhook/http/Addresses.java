package org.vigie.notice.webhook.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vigie.support.dns.AddressFamily;
import org.vigie.support.dns.DnsAnswer;
import org.vigie.support.dns.Resolvers;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.Host;

/** Where a host is, found anew for each message; what is connected to is what was found. */
final class Addresses {

    private final Supplier<Resolvers> resolvers;
    private final GlobalAddresses global;

    /** @param resolvers asked for a host that has a name only */
    Addresses(Supplier<Resolvers> resolvers, GlobalAddresses global) {
        this.resolvers = resolvers;
        this.global = global;
    }

    /** All that there are, of our own network too. */
    List<InetAddress> of(Host host) {
        return switch (host) {
            case Host.Ipv4 ip -> List.of(ip.address());
            case Host.Ipv6 ip -> List.of(ip.address());
            case Host.Domain name when !name.fitsDns() -> List.of();
            case Host.Domain name -> resolved(name.withoutDot());
        };
    }

    boolean isPublic(InetAddress address) {
        return global.isPublic(address);
    }

    private List<InetAddress> resolved(String name) {
        return Arrays.stream(AddressFamily.values())
                .map(family -> resolvers.get().first().ask(name, family))
                .flatMap(
                        answer -> answer instanceof DnsAnswer.Found found ? found.addresses().stream() : Stream.empty())
                .toList();
    }
}
