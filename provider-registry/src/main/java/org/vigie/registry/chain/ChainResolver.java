package org.vigie.registry.chain;

import static org.vigie.events.Confidence.HIGH;
import static org.vigie.events.Confidence.MEDIUM;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.events.HostKind;
import org.vigie.events.ProbeRule;
import org.vigie.events.Role;
import org.vigie.events.provider.ChainSnapshot.Failure;
import org.vigie.events.provider.ChainSnapshot.Hop;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.provider.Provider;
import org.vigie.url.Host;
import org.vigie.url.PublicSuffix.Section;

/**
 * Finds who serves a host, from facts at hand: the same facts give the same chain. Every candidate is kept, and what
 * could not be found out stands beside them.
 */
final class ChainResolver {

    private static final Predicate<Role> CARRIERS = role -> role == Role.HOST || role == Role.CDN;
    private static final Predicate<Role> OTHERS = CARRIERS.negate();
    private static final String AS_TABLE = "as-table";

    private final Knowledge knowledge;

    ChainResolver(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** Whether the name system is to be asked of the host at all. */
    boolean worthAsking(Host host) {
        return switch (host) {
            case Host.Domain domain ->
                switch (domain.kind()) {
                    case DOMAIN -> true;
                    case SPECIAL_USE -> !knowledge.testNetworks().ranges().isEmpty();
                    case ONION_V3, ONION_V2, ONION_INVALID, IPV4, IPV6 -> false;
                };
            case Host.Ipv4 _, Host.Ipv6 _ -> false;
        };
    }

    /** The chain of a host that no registry was asked about. */
    Chain resolve(Host host, NameAnswer answer) {
        return resolve(host, answer, RegistrySaid.NOTHING);
    }

    /** The chain of a host. */
    Chain resolve(Host host, NameAnswer answer, RegistrySaid said) {
        return switch (host) {
            case Host.Ipv4 literal -> literal(literal, literal.address(), said);
            case Host.Ipv6 literal -> literal(literal, literal.address(), said);
            case Host.Domain domain ->
                switch (domain.kind()) {
                    case ONION_V3 -> onion(domain, HostKind.ONION_V3, "ONION_PROVIDER_UNKNOWN");
                    case ONION_V2 -> onion(domain, HostKind.ONION_V2, "ONION_V2_UNREACHABLE");
                    case ONION_INVALID -> leadsNowhere(HostKind.ONION_INVALID, "ONION_INVALID");
                    case SPECIAL_USE -> specialUse(domain, answer);
                    case DOMAIN, IPV4, IPV6 -> named(domain, answer, said);
                };
        };
    }

    private Chain literal(Host host, InetAddress address, RegistrySaid said) {
        var kind = HostKind.valueOf(host.kind().name());
        if (!knowledge.globalAddresses().isPublic(address)) {
            return leadsNowhere(kind, "UNROUTABLE");
        }
        var found = new Findings(said);
        found.names(host.withoutDot());
        found.addresses(List.of(address));
        return found.chain(kind, null);
    }

    private Chain onion(Host.Domain host, HostKind kind, String reason) {
        var found = new Findings(RegistrySaid.NOTHING);
        found.names(host.withoutDot());
        return found.chain(kind, found.hops.inOrder().isEmpty() ? reason : null);
    }

    private Chain specialUse(Host.Domain host, NameAnswer answer) {
        return answer instanceof NameAnswer.Found found
                        && knowledge.testNetworks().containAll(found.addresses())
                ? named(host, answer, RegistrySaid.NOTHING)
                : leadsNowhere(HostKind.SPECIAL_USE, "SPECIAL_USE");
    }

    private Chain named(Host.Domain host, NameAnswer answer, RegistrySaid said) {
        var found = new Findings(said);
        found.names(host.withoutDot());
        found.platform(host);
        found.registrar();
        return switch (answer) {
            case NameAnswer.Found(var addresses, var aliases, var failures) -> {
                found.failures.addAll(failures);
                found.aliases(aliases);
                yield found.chain(HostKind.DOMAIN, found.publicOnly(addresses));
            }
            case NameAnswer.NoSuchName _ -> found.absent("NAME_NOT_FOUND");
            case NameAnswer.NoAddress _ -> found.absent("NO_ADDRESS");
            case NameAnswer.NotAnswered(var failures) -> {
                found.failures.addAll(failures);
                found.degraded = true;
                yield found.chain(HostKind.DOMAIN, null);
            }
            case NameAnswer.NotAsked _ -> {
                found.failures.add(new Failure("DNS", "NOT_ASKED"));
                found.degraded = true;
                yield found.chain(HostKind.DOMAIN, null);
            }
        };
    }

    private static Chain leadsNowhere(HostKind kind, String reason) {
        return new Chain(
                kind,
                List.of(),
                List.of(),
                ProbeRule.ANY,
                false,
                false,
                reason,
                Seen.NOTHING,
                new TreeMap<>(),
                Map.of());
    }

    /** What was found so far of one host. */
    private final class Findings {

        private final Hops hops = new Hops();
        private final List<Failure> failures = new ArrayList<>();
        private final TreeSet<String> seenAddresses = new TreeSet<>();
        private final TreeSet<String> seenAliases = new TreeSet<>();
        private final TreeMap<Long, String> systems = new TreeMap<>();
        private String nameState = Seen.NOTHING.nameState();
        private final Map<UUID, List<String>> stated = new HashMap<>();
        private final RegistrySaid said;
        private boolean shared;
        private boolean degraded;

        Findings(RegistrySaid said) {
            this.said = said;
            failures.addAll(said.failures());
        }

        /** By the number that IANA gave the registrar whom the registry names. */
        void registrar() {
            if (said.registrar() != null) {
                var known = knowledge.book().registrar(said.registrar());
                hops.add(known, "REGISTRAR_IANA_ID", HIGH);
                if (known.isEmpty()) {
                    hops.addUnknown(Role.REGISTRAR, "NO_PROVIDER_FOR_REGISTRAR");
                }
            }
        }

        /** What a registry states for an address is stated for whoever carries it. */
        private void stated(InetAddress address, List<NetworkBook.Entry> carriers) {
            var abuse = said.abuse().get(address);
            if (abuse != null) {
                carriers.forEach(
                        carrier -> stated.putIfAbsent(carrier.provider().id(), abuse));
            }
        }

        /** An exact rule goes before a suffix, the longest suffix before a shorter one, role by role. */
        void names(String host) {
            byName(host, "EXACT_HOST", "DOMAIN_SUFFIX", _ -> true);
        }

        /** An alias says who carries the site, not who runs it. */
        void aliases(List<String> aliases) {
            aliases.forEach(alias -> byName(alias, "ALIAS_EXACT_HOST", "ALIAS_SUFFIX", CARRIERS));
            seenAliases.addAll(aliases);
        }

        private void byName(String name, String exactly, String below, Predicate<Role> roles) {
            for (var role : Role.values()) {
                if (roles.test(role)) {
                    var exact = knowledge.book().exactHost(name, role);
                    hops.add(exact, exactly, HIGH);
                    if (exact.isEmpty()) {
                        hops.add(knowledge.book().longestSuffix(name, role), below, HIGH);
                    }
                }
            }
        }

        void platform(Host host) {
            shared = knowledge
                    .suffixes()
                    .suffix(host)
                    .filter(suffix -> suffix.section() == Section.PRIVATE)
                    .isPresent();
        }

        /** Looks at the public ones; gives the reason why the URL leads nowhere if there are none. */
        @Nullable
        String publicOnly(List<InetAddress> addresses) {
            var usable = addresses.stream()
                    .filter(knowledge.globalAddresses()::isPublic)
                    .toList();
            if (usable.size() < addresses.size()) {
                failures.add(new Failure("DNS", "ADDRESS_NOT_PUBLIC"));
            }
            addresses(usable);
            return usable.isEmpty() ? "UNROUTABLE" : null;
        }

        void addresses(List<InetAddress> addresses) {
            nameState = Seen.FOUND;
            int carried = 0;
            for (var address : addresses) {
                carried += address(address) ? 1 : 0;
            }
            if (hops.has(Role.HOST)) {
                return;
            }
            if (hops.has(Role.CDN)) {
                hops.addUnknown(Role.HOST, "AWAITING_CDN_DISCLOSURE");
            } else if (carried < addresses.size()) {
                hops.addUnknown(Role.HOST, "NO_PROVIDER_FOR_ADDRESS");
            }
        }

        /** Whether somebody is known to carry the address: by the longest prefix, otherwise by its system. */
        private boolean address(InetAddress address) {
            seenAddresses.add(address.getHostAddress());
            var book = knowledge.book();
            var version = knowledge.asTable().version();
            var announcer = knowledge.asTable().origin(address);
            announcer.ifPresent(system -> systems.put(system.asn(), system.name()));
            var origin = announcer.map(AsTable.Origin::asn);
            hops.add(book.longestPrefix(address, entry -> OTHERS.test(entry.role())), "ADDRESS_RANGE", HIGH);
            origin.ifPresent(asn -> hops.add(
                    book.system(asn, entry -> OTHERS.test(entry.role())), "AS_ORIGIN", MEDIUM, AS_TABLE, version));
            var carriers = book.longestPrefix(address, entry -> CARRIERS.test(entry.role()) && agrees(entry, origin));
            hops.add(carriers, "ADDRESS_RANGE", HIGH);
            if (!carriers.isEmpty()) {
                stated(address, carriers);
                return true;
            }
            var bySystem = origin.map(
                            asn -> book.system(asn, entry -> CARRIERS.test(entry.role()) && !entry.needsAgreement()))
                    .orElse(List.of());
            stated(address, bySystem);
            hops.add(bySystem, "AS_ORIGIN", MEDIUM, AS_TABLE, version);
            return !bySystem.isEmpty();
        }

        /**
         * A published range counts if the same provider's system announces the address (vendors list what others use).
         */
        private boolean agrees(NetworkBook.Entry entry, Optional<Long> origin) {
            return !entry.needsAgreement()
                    || origin.stream()
                            .flatMap(asn -> knowledge.book().system(asn, _ -> true).stream())
                            .anyMatch(system -> system.provider()
                                    .id()
                                    .equals(entry.provider().id()));
        }

        Chain absent(String reason) {
            nameState = reason;
            return chain(HostKind.DOMAIN, reason);
        }

        Chain chain(HostKind kind, @Nullable String reason) {
            var inOrder = hops.inOrder();
            return new Chain(
                    kind,
                    inOrder,
                    failures,
                    strictest(inOrder),
                    shared || hops.has(Role.CONTENT_ADMIN),
                    degraded || said.unanswered(),
                    reason,
                    new Seen(
                            nameState,
                            seenAddresses,
                            seenAliases,
                            new TreeSet<>(systems.keySet()),
                            new TreeSet<>(said.status())),
                    systems,
                    stated);
        }

        /** The rules of those who would answer a look. */
        private ProbeRule strictest(List<Hop> inOrder) {
            var strictest = ProbeRule.ANY;
            for (var hop : inOrder) {
                var provider = hop.providerId() == null
                        ? null
                        : knowledge.book().provider(hop.providerId()).orElse(null);
                if (provider != null && isAsked(hop.role())) {
                    strictest = stricter(strictest, provider);
                }
            }
            return strictest;
        }

        private static boolean isAsked(Role role) {
            return role == Role.CONTENT_ADMIN || CARRIERS.test(role);
        }

        private static ProbeRule stricter(ProbeRule rule, Provider provider) {
            return provider.probeRule().compareTo(rule) > 0 ? provider.probeRule() : rule;
        }
    }
}
