package org.vigie.registry.chain;

import static org.vigie.events.Confidence.HIGH;
import static org.vigie.events.Confidence.MEDIUM;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.url.Host;
import org.vigie.url.PublicSuffix;
import org.vigie.url.PublicSuffix.Section;
import org.vigie.url.WebUrl;

/** Finds candidates by what a URL and the aliases of its host are called. */
final class ByName {

    private static final String SUFFIXES = "public-suffix-list";

    private final Knowledge knowledge;
    private final Hops hops;
    private List<String> aliases = List.of();
    private @Nullable String platform;
    private boolean shared;

    ByName(Knowledge knowledge, Hops hops) {
        this.knowledge = knowledge;
        this.hops = hops;
    }

    /**
     * The longest part of the site goes before the exact host, that before a suffix, the longest suffix before a
     * shorter one, role by role; then the operator of the platform it lies on.
     */
    void url(WebUrl url) {
        var book = knowledge.book();
        var host = url.hostWithoutDot();
        for (var role : book.namedRoles()) {
            var part = book.longestPrefix(url, role);
            hops.add(part, "URL_PREFIX", HIGH);
            if (part.isEmpty()) {
                host(host, role, "EXACT_HOST", "DOMAIN_SUFFIX");
            }
        }
        platform(url.host());
    }

    /** An alias says who carries the site, not who runs it. */
    void aliases(List<String> names) {
        for (var name : names) {
            host(name, Role.HOST, "ALIAS_EXACT_HOST", "ALIAS_SUFFIX");
            host(name, Role.CDN, "ALIAS_EXACT_HOST", "ALIAS_SUFFIX");
        }
        aliases = names;
    }

    private void host(String name, Role role, String exactly, String below) {
        var exact = knowledge.book().exactHost(name, role);
        hops.add(exact, exactly, HIGH);
        if (exact.isEmpty()) {
            hops.add(knowledge.book().longestSuffix(name, role), below, HIGH);
        }
    }

    private void platform(Host host) {
        knowledge
                .suffixes()
                .suffix(host)
                .filter(found -> found.section() == Section.PRIVATE)
                .ifPresent(this::platform);
    }

    /**
     * Below a suffix that a company hands out, the company runs the platform and its tenant does not: by a rule where
     * there is one, otherwise by the name that the list gives it.
     */
    private void platform(PublicSuffix suffix) {
        shared = true;
        platform = suffix.operator();
        if (hops.has(Role.CONTENT_ADMIN) || hops.has(Role.CDN)) {
            return;
        }
        var version = knowledge.suffixes().version().orElse("unknown");
        var known = platform == null ? null : knowledge.book().named(Role.CONTENT_ADMIN, platform);
        if (known == null) {
            hops.addUnknown(Role.CONTENT_ADMIN, "NO_PROVIDER_FOR_PLATFORM", SUFFIXES, version);
        } else {
            hops.add(known, "PRIVATE_SUFFIX_OPERATOR", MEDIUM, SUFFIXES, version);
        }
    }

    /** The aliases that were looked at. */
    List<String> aliases() {
        return aliases;
    }

    /** Whether it lies on a platform. */
    boolean shared() {
        return shared;
    }

    /** Who hands out the private suffix it lies below, as the list names them; absent elsewhere. */
    @Nullable
    String platform() {
        return platform;
    }
}
