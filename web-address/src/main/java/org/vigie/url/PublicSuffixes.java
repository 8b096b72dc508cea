package org.vigie.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vigie.url.PublicSuffix.Section;

/** Which part of a name a registrant holds, by the public suffix list (publicsuffix.org, "Algorithm"). Immutable. */
public final class PublicSuffixes {

    private static final String BUNDLED = "/org/publicsuffix/list/effective_tld_names.dat";

    private final SuffixRules rules;

    private PublicSuffixes(SuffixRules rules) {
        this.rules = rules;
    }

    /** The list that came with this build. Reads it anew each time; keep the result. */
    public static PublicSuffixes bundled() {
        try (var list = PublicSuffixes.class.getResourceAsStream(BUNDLED)) {
            if (list == null) {
                throw new InvalidSuffixList("this build came without a public suffix list");
            }
            return read(new InputStreamReader(list, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a list in the published format.
     *
     * @throws IOException if the file cannot be read
     * @throws InvalidSuffixList if it is no list, or cut off
     */
    public static PublicSuffixes load(Path file) throws IOException {
        try (var list = Files.newBufferedReader(file, UTF_8)) {
            return read(list);
        }
    }

    /**
     * Reads a list in the published format.
     *
     * @throws IOException if it cannot be read
     * @throws InvalidSuffixList if it is no list, or cut off
     */
    public static PublicSuffixes read(Reader list) throws IOException {
        return new PublicSuffixes(SuffixRules.read(new BufferedReader(list)));
    }

    /** The list's own statement of its version, such as {@code 2026-07-25_14-20-03_UTC}; absent if it makes none. */
    public Optional<String> version() {
        return Optional.ofNullable(rules.version());
    }

    /** How many rules the list has, both sections together. */
    public int size() {
        return rules.size();
    }

    /** The longest suffix of both sections; empty for addresses and for names with an empty label. */
    public Optional<PublicSuffix> suffix(Host host) {
        return name(host).map(name -> match(name, true));
    }

    /**
     * The suffix and the label before it, platforms' private suffixes counted: what a tenant or registrant holds. Empty
     * if the host is itself a suffix, an address, or a name with an empty label. Without trailing dot.
     */
    public Optional<String> registrableDomain(Host host) {
        return registrable(host, true);
    }

    /** The same by the registries' suffixes only: what a registrar sold. */
    public Optional<String> icannRegistrableDomain(Host host) {
        return registrable(host, false);
    }

    private Optional<String> registrable(Host host, boolean withPrivate) {
        return name(host).flatMap(name -> withOneMoreLabel(name, match(name, withPrivate)));
    }

    private static Optional<String> withOneMoreLabel(String name, PublicSuffix suffix) {
        int dot = name.length() - suffix.name().length() - 1;
        return dot < 0 ? Optional.empty() : Optional.of(name.substring(name.lastIndexOf('.', dot - 1) + 1));
    }

    private static Optional<String> name(Host host) {
        return switch (host) {
            case Host.Domain domain -> Optional.of(domain.withoutDot()).filter(PublicSuffixes::hasNoEmptyLabel);
            case Host.Ipv4 _, Host.Ipv6 _ -> Optional.empty();
        };
    }

    private static boolean hasNoEmptyLabel(String name) {
        return !name.startsWith(".") && !name.endsWith(".") && !name.contains("..");
    }

    /**
     * Tries the name and its ends from the longest to the shortest, so that the first rule met is the one that
     * prevails.
     */
    private PublicSuffix match(String name, boolean withPrivate) {
        for (int start = 0; ; ) {
            var end = name.substring(start);
            int dot = end.indexOf('.');
            if (dot < 0) {
                var listed = rules.plain(end, withPrivate);
                return listed == null ? new PublicSuffix(end, Section.UNLISTED, null) : listed.suffix(end);
            }
            var parent = end.substring(dot + 1);
            var exception = rules.exception(end, withPrivate);
            if (exception != null) {
                return exception.suffix(parent);
            }
            var plain = rules.plain(end, withPrivate);
            var rule = plain == null ? rules.wildcard(parent, withPrivate) : plain;
            if (rule != null) {
                return rule.suffix(end);
            }
            start += dot + 1;
        }
    }
}
