package org.vigie.registry.chain;

import static org.vigie.events.Confidence.HIGH;
import static org.vigie.events.Confidence.MEDIUM;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.events.HostKind;
import org.vigie.events.ProbeRule;
import org.vigie.events.Role;
import org.vigie.events.provider.ChainSnapshot.Failure;
import org.vigie.events.provider.ChainSnapshot.Hop;
import org.vigie.registry.provider.Provider;
import org.vigie.url.Host;
import org.vigie.url.PublicSuffix.Section;
import org.vigie.url.WebUrl;

/** What was found so far of one URL. */
final class Findings {

    private static final String AS_TABLE = "as-table";
    private static final String SUFFIXES = "public-suffix-list";

    private final Knowledge knowledge;

    private final Hops hops = new Hops();
    private final List<Failure> failures = new ArrayList<>();
    private final TreeSet<String> seenAddresses = new TreeSet<>();
    private final TreeSet<String> seenAliases = new TreeSet<>();
    private final TreeSet<Long> systems = new TreeSet<>();
    private String nameState = Seen.NOTHING.nameState();
    private final Map<UUID, List<String>> stated = new HashMap<>();
    private final RegistrySaid said;
    private @Nullable String platform;
    private boolean shared;
    private boolean degraded;

    Findings(Knowledge knowledge, RegistrySaid said) {
        this.knowledge = knowledge;
        this.said = said;
        failures.addAll(said.failures());
    }

    /** Whether nobody was found. */
    boolean nobody() {
        return hops.inOrder().isEmpty();
    }

    /** What was not answered beside the rest. */
    void failed(List<Failure> failed) {
        failures.addAll(failed);
    }

    /** Nobody said where the name leads. */
    void unanswered(List<Failure> failed) {
        failures.addAll(failed);
        degraded = true;
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
        var abuse = said.abuse().isEmpty() ? null : said.abuse().get(address);
        if (abuse != null) {
            carriers.forEach(carrier -> stated.putIfAbsent(carrier.provider().id(), abuse));
        }
    }

    /**
     * The longest part of the site goes before the exact host, that before a suffix, the longest suffix before a
     * shorter one, role by role.
     */
    void names(WebUrl url) {
        var host = url.hostWithoutDot();
        var place = url.place();
        for (var role : knowledge.book().roles()) {
            var part = knowledge.book().longestPrefix(place, role);
            hops.add(part, "URL_PREFIX", HIGH);
            if (part.isEmpty()) {
                byName(host, role, "EXACT_HOST", "DOMAIN_SUFFIX");
            }
        }
    }

    /** An alias says who carries the site, not who runs it. */
    void aliases(List<String> aliases) {
        for (var alias : aliases) {
            byName(alias, Role.HOST, "ALIAS_EXACT_HOST", "ALIAS_SUFFIX");
            byName(alias, Role.CDN, "ALIAS_EXACT_HOST", "ALIAS_SUFFIX");
        }
        seenAliases.addAll(aliases);
    }

    private void byName(String name, Role role, String exactly, String below) {
        var exact = knowledge.book().exactHost(name, role);
        hops.add(exact, exactly, HIGH);
        if (exact.isEmpty()) {
            hops.add(knowledge.book().longestSuffix(name, role), below, HIGH);
        }
    }

    /**
     * Below a suffix that a company hands out, the company runs the platform and its tenant does not: by a rule where
     * there is one, otherwise by the name that the list gives it.
     */
    void platform(Host host) {
        var suffix = knowledge
                .suffixes()
                .suffix(host)
                .filter(found -> found.section() == Section.PRIVATE)
                .orElse(null);
        if (suffix == null) {
            return;
        }
        shared = true;
        platform = suffix.operator();
        if (hops.has(Role.CONTENT_ADMIN) || hops.has(Role.CDN)) {
            return;
        }
        var version = knowledge.suffixes().version().orElse("unknown");
        var known =
                Optional.ofNullable(platform).flatMap(name -> knowledge.book().named(Role.CONTENT_ADMIN, name));
        if (known.isPresent()) {
            hops.add(known.get(), "PRIVATE_SUFFIX_OPERATOR", MEDIUM, SUFFIXES, version);
        } else {
            hops.addUnknown(Role.CONTENT_ADMIN, "NO_PROVIDER_FOR_PLATFORM", SUFFIXES, version);
        }
    }

    /** Looks at the public ones; gives the reason why the URL leads nowhere if there are none. */
    @Nullable
    String publicOnly(List<InetAddress> addresses) {
        var usable = those(addresses, knowledge.globalAddresses()::isPublic);
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
        var announcers = announcers(Integer.toUnsignedLong(knowledge.asTable().asn(address)));
        var book = knowledge.book();
        hops.add(book.longestPrefix(address, entry -> !carries(entry.role())), "ADDRESS_RANGE", HIGH);
        announced(those(announcers, entry -> !carries(entry.role())));
        var carriers = book.longestPrefix(address, entry -> carries(entry.role()) && agrees(entry, announcers));
        hops.add(carriers, "ADDRESS_RANGE", HIGH);
        if (!carriers.isEmpty()) {
            stated(address, carriers);
            return true;
        }
        var bySystem = those(announcers, entry -> carries(entry.role()) && !entry.needsAgreement());
        stated(address, bySystem);
        announced(bySystem);
        return !bySystem.isEmpty();
    }

    private static boolean carries(Role role) {
        return role == Role.HOST || role == Role.CDN;
    }

    private static <T> List<T> those(List<T> all, Predicate<T> wanted) {
        if (all.isEmpty()) {
            return List.of();
        }
        var those = new ArrayList<T>(all.size());
        for (var one : all) {
            if (wanted.test(one)) {
                those.add(one);
            }
        }
        return those;
    }

    /** The entries for the system that announces an address, 0 where nobody does. */
    private List<NetworkBook.Entry> announcers(long system) {
        if (system == 0) {
            return List.of();
        }
        systems.add(system);
        return knowledge.book().system(system);
    }

    private void announced(List<NetworkBook.Entry> entries) {
        hops.add(entries, "AS_ORIGIN", MEDIUM, AS_TABLE, knowledge.asTable().version());
    }

    /** A published range counts if the same provider's system announces the address (vendors list what others use). */
    private static boolean agrees(NetworkBook.Entry entry, List<NetworkBook.Entry> announcers) {
        return !entry.needsAgreement()
                || announcers.stream()
                        .anyMatch(system ->
                                system.provider().id().equals(entry.provider().id()));
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
                new Seen(nameState, seenAddresses, seenAliases, systems, said.status()),
                platform,
                stated);
    }

    /** The rules of those who would answer a look. */
    private ProbeRule strictest(List<Hop> inOrder) {
        var strictest = ProbeRule.ANY;
        for (var hop : inOrder) {
            if (hop.providerId() != null && isAsked(hop.role())) {
                var provider = knowledge.book().provider(hop.providerId()).orElse(null);
                strictest = provider == null ? strictest : stricter(strictest, provider);
            }
        }
        return strictest;
    }

    private static boolean isAsked(Role role) {
        return role == Role.CONTENT_ADMIN || carries(role);
    }

    private static ProbeRule stricter(ProbeRule rule, Provider provider) {
        return provider.probeRule().compareTo(rule) > 0 ? provider.probeRule() : rule;
    }
}
