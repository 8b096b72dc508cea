package org.vigie.url;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.url.PublicSuffix.Section;

/** The rules of a public suffix list by their names in ASCII (publicsuffix.org, "Format"). */
final class SuffixRules {

    private static final String VERSION = "// VERSION: ";
    private static final String BEGIN = "// ===BEGIN ";
    private static final String END = "// ===END ";

    private final Map<String, Section> plain = new HashMap<>();
    private final Map<String, Section> wildcards = new HashMap<>();
    private final Map<String, Section> exceptions = new HashMap<>();
    private @Nullable String version;
    private @Nullable Section open;
    private int line;

    private SuffixRules() {}

    static SuffixRules read(BufferedReader list) throws IOException {
        var rules = new SuffixRules();
        for (var text = list.readLine(); text != null; text = list.readLine()) {
            rules.line++;
            rules.take(text.strip());
        }
        if (rules.open != null || !rules.plain.containsValue(Section.ICANN)) {
            throw new InvalidSuffixList("the list ends in line " + rules.line + " without being complete");
        }
        return rules;
    }

    @Nullable
    String version() {
        return version;
    }

    int size() {
        return plain.size() + wildcards.size() + exceptions.size();
    }

    Optional<Section> section(String name, boolean withPrivate) {
        return find(plain, name, withPrivate);
    }

    /** The rule {@code *.parent}. */
    Optional<Section> wildcard(String parent, boolean withPrivate) {
        return find(wildcards, parent, withPrivate);
    }

    /** The rule {@code !name}. */
    Optional<Section> exception(String name, boolean withPrivate) {
        return find(exceptions, name, withPrivate);
    }

    private static Optional<Section> find(Map<String, Section> rules, String name, boolean withPrivate) {
        return Optional.ofNullable(rules.get(name)).filter(section -> withPrivate || section == Section.ICANN);
    }

    private void take(String text) {
        if (text.startsWith(VERSION)) {
            version = text.substring(VERSION.length());
        } else if (text.startsWith(BEGIN)) {
            open = text.contains("PRIVATE") ? Section.PRIVATE : Section.ICANN;
        } else if (text.startsWith(END)) {
            open = null;
        } else if (!text.isEmpty() && !text.startsWith("//")) {
            add(text.split("\\s", 2)[0]);
        }
    }

    private void add(String rule) {
        if (open == null) {
            throw new InvalidSuffixList("line " + line + ": a rule outside both sections");
        }
        if (rule.startsWith("!")) {
            exceptions.putIfAbsent(ascii(rule.substring(1)), open);
        } else if (rule.startsWith("*.")) {
            wildcards.putIfAbsent(ascii(rule.substring(2)), open);
        } else {
            plain.putIfAbsent(ascii(rule), open);
        }
    }

    private String ascii(String name) {
        return DomainToAscii.convert(name)
                .filter(ascii -> ascii.indexOf('*') < 0)
                .orElseThrow(() -> new InvalidSuffixList("line " + line + ": not a rule"));
    }
}
