package org.vigie.support;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, as one text that is stored and shown. An evaluation believes a name. A principal is its issuer's address
 * and its subject there, which never change and are nobody else's, behind a name that may: {@code Anna Example
 * <https://login.example.org 8f14>}.
 *
 * @param principal absent if only a name was given
 */
public record Person(String name, @Nullable String principal) {

    private static final Pattern WITH_PRINCIPAL = Pattern.compile("(.*) <([^<>]+ [^<>]+)>", Pattern.DOTALL);
    private static final Pattern BRACKETS = Pattern.compile("[<>]");

    /**
     * The principal of an issuer; brackets are taken out of what the issuer says. Whose name is nothing but brackets is
     * called by the subject.
     */
    public static Person of(String issuer, String subject, String name) {
        var called = bare(name).isEmpty() ? subject : name;
        return new Person(bare(called), "%s %s".formatted(bare(issuer), bare(subject)));
    }

    /** As it was stored. */
    public static Person read(String text) {
        var matched = WITH_PRINCIPAL.matcher(text);
        return matched.matches() ? new Person(matched.group(1), matched.group(2)) : new Person(text.strip(), null);
    }

    /** Whether two stored texts mean one person: the same principal whatever its name, or the same name in any case. */
    public static boolean same(String one, String other) {
        return read(one).is(read(other));
    }

    private boolean is(Person other) {
        return (principal == null || other.principal == null)
                ? name.equalsIgnoreCase(other.name)
                : principal.equals(other.principal);
    }

    /** As it is stored. */
    public String text() {
        return principal == null ? name : "%s <%s>".formatted(name, principal);
    }

    /** Leaves everything out. */
    @Override
    public String toString() {
        return "Person";
    }

    private static String bare(String text) {
        return BRACKETS.matcher(text).replaceAll("").strip();
    }
}
