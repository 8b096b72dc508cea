package org.vigie.registry.chain;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.vigie.events.HostKind;
import org.vigie.events.ProbeRule;
import org.vigie.events.provider.ChainSnapshot.Failure;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.Host;
import org.vigie.url.WebUrl;

/**
 * Finds who serves a host, from facts at hand: the same facts give the same chain. Every candidate is kept, and what
 * could not be found out stands beside them.
 */
final class ChainResolver {

    private final Knowledge knowledge;

    ChainResolver(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** Whether the name system is to be asked of the host at all. */
    boolean worthAsking(HostKind kind) {
        return switch (kind) {
            case DOMAIN -> true;
            case SPECIAL_USE -> !knowledge.testNetworks().ranges().isEmpty();
            case ONION_V3, ONION_V2, ONION_INVALID, IPV4, IPV6, UNKNOWN -> false;
        };
    }

    /**
     * The chain of a URL.
     *
     * @param kind of its host
     * @param said {@link RegistrySaid#NOTHING} where no registry was asked
     */
    Chain resolve(WebUrl url, HostKind kind, NameAnswer answer, RegistrySaid said) {
        return switch (url.host()) {
            case Host.Ipv4 literal -> literal(url, kind, literal.address(), said);
            case Host.Ipv6 literal -> literal(url, kind, GlobalAddresses.behindTranslation(literal.address()), said);
            case Host.Domain _ ->
                switch (kind) {
                    case ONION_V3 -> onion(url, kind, "ONION_PROVIDER_UNKNOWN");
                    case ONION_V2 -> onion(url, kind, "ONION_V2_UNREACHABLE");
                    case ONION_INVALID -> leadsNowhere(kind, "ONION_INVALID");
                    case SPECIAL_USE -> specialUse(url, answer);
                    case DOMAIN, IPV4, IPV6, UNKNOWN -> named(url, answer, said);
                };
        };
    }

    private Chain literal(WebUrl url, HostKind kind, InetAddress address, RegistrySaid said) {
        if (!knowledge.globalAddresses().isPublic(address)) {
            return leadsNowhere(kind, "UNROUTABLE");
        }
        var found = new Findings(knowledge, said);
        found.names(url);
        found.addresses(List.of(address));
        return found.chain(kind, null);
    }

    private Chain onion(WebUrl url, HostKind kind, String reason) {
        var found = new Findings(knowledge, RegistrySaid.NOTHING);
        found.names(url);
        return found.chain(kind, found.nobody() ? reason : null);
    }

    private Chain specialUse(WebUrl url, NameAnswer answer) {
        return answer instanceof NameAnswer.Found found
                        && knowledge.testNetworks().containAll(found.addresses())
                ? named(url, answer, RegistrySaid.NOTHING)
                : leadsNowhere(HostKind.SPECIAL_USE, "SPECIAL_USE");
    }

    private Chain named(WebUrl url, NameAnswer answer, RegistrySaid said) {
        var found = new Findings(knowledge, said);
        found.names(url);
        found.registrar();
        return switch (answer) {
            case NameAnswer.Found(var addresses, var aliases, var failures) -> {
                found.failed(failures);
                found.aliases(aliases);
                yield found.chain(HostKind.DOMAIN, found.publicOnly(addresses));
            }
            case NameAnswer.NoSuchName _ -> found.absent("NAME_NOT_FOUND");
            case NameAnswer.NoAddress _ -> found.absent("NO_ADDRESS");
            case NameAnswer.NotAnswered(var failures) -> {
                found.unanswered(failures);
                yield found.chain(HostKind.DOMAIN, null);
            }
            case NameAnswer.NotAsked _ -> {
                found.unanswered(List.of(new Failure("DNS", "NOT_ASKED")));
                yield found.chain(HostKind.DOMAIN, null);
            }
        };
    }

    private static Chain leadsNowhere(HostKind kind, String reason) {
        return new Chain(
                kind, List.of(), List.of(), ProbeRule.ANY, false, false, reason, Shown.NOTHING, null, Map.of());
    }
}
