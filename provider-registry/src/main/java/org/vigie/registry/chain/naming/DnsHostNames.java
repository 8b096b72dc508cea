package org.vigie.registry.chain.naming;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.vigie.events.provider.ChainSnapshot.Failure;
import org.vigie.registry.chain.HostNames;
import org.vigie.registry.chain.NameAnswer;
import org.vigie.support.dns.AddressFamily;
import org.vigie.support.dns.DnsAnswer;
import org.vigie.support.dns.Resolvers;
import org.vigie.url.Host;

/** Asks the configured resolvers, the next one where one cannot say; without any, only when first asked it fails. */
@Component
class DnsHostNames implements HostNames {

    private static final String SOURCE = "DNS";

    private final ObjectProvider<Resolvers> resolvers;

    DnsHostNames(ObjectProvider<Resolvers> resolvers) {
        this.resolvers = resolvers;
    }

    @Override
    public NameAnswer ask(Host.Domain name) {
        if (!name.fitsDns()) {
            return new NameAnswer.NoSuchName();
        }
        return joined(ask(name, AddressFamily.IPV4), ask(name, AddressFamily.IPV6));
    }

    private DnsAnswer ask(Host.Domain name, AddressFamily family) {
        DnsAnswer last = new DnsAnswer.TimedOut();
        for (var resolver : resolvers.getObject().all()) {
            last = resolver.ask(name.withoutDot(), family);
            if (code(last) == null) {
                return last;
            }
        }
        return last;
    }

    private static NameAnswer joined(DnsAnswer ipv4, DnsAnswer ipv6) {
        var addresses = new LinkedHashSet<InetAddress>();
        var aliases = new LinkedHashSet<String>();
        var failures = new ArrayList<Failure>();
        for (var answer : List.of(ipv4, ipv6)) {
            if (answer instanceof DnsAnswer.Found found) {
                addresses.addAll(found.addresses());
                aliases.addAll(found.aliases());
            }
            var code = code(answer);
            if (code != null) {
                failures.add(new Failure(SOURCE, code));
            }
        }
        if (!addresses.isEmpty()) {
            return new NameAnswer.Found(List.copyOf(addresses), List.copyOf(aliases), failures);
        }
        if (!failures.isEmpty()) {
            return new NameAnswer.NotAnswered(failures);
        }
        return ipv4 instanceof DnsAnswer.NoSuchName ? new NameAnswer.NoSuchName() : new NameAnswer.NoAddress();
    }

    /** Why the resolver could not say, null if it said something. */
    private static @Nullable String code(DnsAnswer answer) {
        return switch (answer) {
            case DnsAnswer.Found _, DnsAnswer.NoData _, DnsAnswer.NoSuchName _ -> null;
            case DnsAnswer.ServerFailed _ -> "SERVER_FAILED";
            case DnsAnswer.Refused _ -> "REFUSED";
            case DnsAnswer.TimedOut _ -> "TIMEOUT";
        };
    }
}
