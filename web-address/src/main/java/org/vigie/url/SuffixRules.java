package org.vigie.url;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.url.PublicSuffix.Section;

/** The rules of a public suffix list by their names in ASCII (publicsuffix.org, "Format"). */
final class SuffixRules {

    /** Which section a rule stands in, and whose the names below it are. */
    record Rule(Section section, @Nullable String operator) {

        PublicSuffix suffix(String name) {
            return new PublicSuffix(name, section, operator);
        }
    }

    private static final String VERSION = "// VERSION: ";
    private static final String BEGIN = "// ===BEGIN ";
    private static final String END = "// ===END ";

    private final Map<String, Rule> plain = new HashMap<>();
    private final Map<String, Rule> wildcards = new HashMap<>();
    private final Map<String, Rule> exceptions = new HashMap<>();
    private @Nullable String version;
    private @Nullable Section open;
    private @Nullable String operator;
    private int line;

    private SuffixRules() {}

    static SuffixRules read(BufferedReader list) throws IOException {
        var rules = new SuffixRules();
        for (var text = list.readLine(); text != null; text = list.readLine()) {
            rules.line++;
            rules.take(text.strip());
        }
        if (rules.open != null || rules.plain.values().stream().noneMatch(rule -> rule.section() == Section.ICANN)) {
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

    @Nullable
    Rule plain(String name, boolean withPrivate) {
        return find(plain, name, withPrivate);
    }

    /** The rule {@code *.parent}. */
    @Nullable
    Rule wildcard(String parent, boolean withPrivate) {
        return find(wildcards, parent, withPrivate);
    }

    /** The rule {@code !name}. */
    @Nullable
    Rule exception(String name, boolean withPrivate) {
        return find(exceptions, name, withPrivate);
    }

    private static @Nullable Rule find(Map<String, Rule> rules, String name, boolean withPrivate) {
        var rule = rules.get(name);
        return rule == null || withPrivate || rule.section() == Section.ICANN ? rule : null;
    }

    private void take(String text) {
        if (text.startsWith(VERSION)) {
            version = text.substring(VERSION.length());
        } else if (text.startsWith(BEGIN)) {
            open = text.contains("PRIVATE") ? Section.PRIVATE : Section.ICANN;
        } else if (text.startsWith(END)) {
            open = null;
        } else if (text.isEmpty()) {
            operator = null;
        } else if (!text.startsWith("//")) {
            add(text.split("\\s", 2)[0]);
        } else if (open == Section.PRIVATE && operator == null) {
            operator = operator(text);
        }
    }

    /** The first comment above rules names who hands them out: {@code // Name : URL}. */
    private static String operator(String comment) {
        return comment.substring(2).split("\\s:\\s", 2)[0].strip();
    }

    private void add(String rule) {
        if (open == null) {
            throw new InvalidSuffixList("line " + line + ": a rule outside both sections");
        }
        var found = new Rule(open, operator);
        if (rule.startsWith("!")) {
            exceptions.putIfAbsent(ascii(rule.substring(1)), found);
        } else if (rule.startsWith("*.")) {
            wildcards.putIfAbsent(ascii(rule.substring(2)), found);
        } else {
            plain.putIfAbsent(ascii(rule), found);
        }
    }

    private String ascii(String name) {
        return DomainToAscii.convert(name)
                .filter(ascii -> ascii.indexOf('*') < 0)
                .orElseThrow(() -> new InvalidSuffixList("line " + line + ": not a rule"));
    }
}
