package org.vigie.registry.chain;

import java.net.InetAddress;
import java.util.List;
import org.vigie.events.HostKind;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.Host;
import org.vigie.url.WebUrl;

/** Asks what may be asked of a host and makes a chain of it. */
final class Investigation {

    private final Knowledge knowledge;
    private final HostNames hostNames;
    private final Registries registries;

    Investigation(Knowledge knowledge, HostNames hostNames, Registries registries) {
        this.knowledge = knowledge;
        this.hostNames = hostNames;
        this.registries = registries;
    }

    /** The chain; offline nobody is asked. */
    Chain chain(WebUrl url, boolean online) {
        var host = url.host();
        var kind = HostKind.valueOf(host.kind().name());
        var resolver = new ChainResolver(knowledge);
        var answer = online && host instanceof Host.Domain name && resolver.worthAsking(kind)
                ? hostNames.ask(name)
                : new NameAnswer.NotAsked();
        return resolver.resolve(
                url,
                kind,
                answer,
                online && !registries.equals(Registries.NOBODY) ? said(host, kind, answer) : RegistrySaid.NOTHING);
    }

    /** Special-use names and test networks have no registry; nor has what is not public. */
    private RegistrySaid said(Host host, HostKind kind, NameAnswer answer) {
        var book = knowledge.book();
        return switch (host) {
            case Host.Ipv4 literal -> registries.ask(null, listed(List.of(literal.address())), book::mayBeUsed);
            case Host.Ipv6 literal -> registries.ask(null, listed(List.of(literal.address())), book::mayBeUsed);
            case Host.Domain domain ->
                kind == HostKind.DOMAIN
                        ? registries.ask(
                                knowledge
                                        .suffixes()
                                        .icannRegistrableDomain(domain)
                                        .orElse(null),
                                answer instanceof NameAnswer.Found found ? listed(found.addresses()) : List.of(),
                                book::mayBeUsed)
                        : RegistrySaid.NOTHING;
        };
    }

    private List<InetAddress> listed(List<InetAddress> addresses) {
        return addresses.stream()
                .map(GlobalAddresses::behindTranslation)
                .distinct()
                .filter(knowledge.globalAddresses()::isPublic)
                .filter(address -> !knowledge.testNetworks().contains(address))
                .toList();
    }
}
