package org.vigie.notice.desk.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.neighbours.KnownProvider;

/**
 * What is said of a provider, as a form carries it along: so that a conflict can say what changed since it was read.
 *
 * @param facts by what they are; a contact's is its health, under {@code contact} and its address
 */
record ProviderFacts(Map<String, String> facts) {

    private static final String CONTACT = "contact ";
    private static final Set<String> KNOWN =
            Set.of("name", "legal", "country", "type", "naming", "probe", "group", "survivor", "retired", "objects");

    ProviderFacts {
        facts = Map.copyOf(facts);
    }

    /**
     * One difference.
     *
     * @param what key of its words
     * @param about the address of a contact, empty of anything else
     * @param before empty if nothing was said
     * @param now empty if nothing is said any more
     */
    record Changed(String what, String about, String before, String now) {}

    static ProviderFacts of(KnownProvider known) {
        var facts = new TreeMap<String, String>();
        put(facts, "name", known.name());
        put(facts, "legal", known.legalName());
        put(facts, "country", known.country());
        put(facts, "type", known.type());
        put(facts, "naming", known.namingSource());
        put(facts, "probe", known.probeRule());
        put(facts, "group", known.group());
        put(facts, "survivor", known.mergedInto());
        put(facts, "retired", known.retired() ? "yes" : null);
        put(facts, "objects", known.networkObjectCount());
        known.contacts().forEach(contact -> put(facts, CONTACT + contact.address(), contact.health()));
        return new ProviderFacts(facts);
    }

    private static void put(Map<String, String> facts, String what, @Nullable Object value) {
        if (value != null) {
            facts.put(what.replaceAll("[\t\r\n]", " "), value.toString().replaceAll("[\t\r\n]", " "));
        }
    }

    /** As a form carried it; lines that are none of ours are left out. */
    static ProviderFacts read(String text) {
        return new ProviderFacts(text.lines()
                .map(line -> line.split("\t", 2))
                .filter(parts -> parts.length == 2 && (KNOWN.contains(parts[0]) || parts[0].startsWith(CONTACT)))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (one, _) -> one)));
    }

    /** As a form carries it. */
    String text() {
        return new TreeMap<>(facts)
                .entrySet().stream()
                        .map(fact -> fact.getKey() + "\t" + fact.getValue())
                        .collect(Collectors.joining("\n"));
    }

    /** What is said otherwise now. */
    List<Changed> since(ProviderFacts before) {
        var all = new TreeSet<>(before.facts.keySet());
        all.addAll(facts.keySet());
        return all.stream()
                .map(what -> changed(what, before.facts.getOrDefault(what, ""), facts.getOrDefault(what, "")))
                .filter(one -> !Objects.equals(one.before(), one.now()))
                .toList();
    }

    private static Changed changed(String what, String before, String now) {
        return what.startsWith(CONTACT)
                ? new Changed("contact", what.substring(CONTACT.length()), before, now)
                : new Changed(what, "", before, now);
    }
}
