package org.vigie.availability.watch;

import java.util.List;

/**
 * From where it is checked. Each vantage is a checker of its own, with its own egress, consumer group and database; the
 * first one speaks for all, the others testify to it.
 *
 * @param own the vantage of this process
 * @param all every vantage, the one that speaks first; never empty
 */
public record Vantages(String own, List<String> all) {

    /** One place, as long as no other is configured. */
    public static final Vantages ALONE = new Vantages("here", List.of("here"));

    public Vantages {
        all = List.copyOf(all);
        if (all.contains(Testimony.PERSON)) {
            throw new IllegalArgumentException("vigie.checker.vantages: person is the name of people's own checks");
        }
        if (!all.contains(own)) {
            throw new IllegalArgumentException("vigie.checker.vantage: must be one of vigie.checker.vantages");
        }
        if (all.stream().distinct().count() < all.size()) {
            throw new IllegalArgumentException("vigie.checker.vantages: two have the same name");
        }
    }

    /** Whether this one says to everybody else what is there and what is not. */
    public boolean speaks() {
        return own.equals(all.getFirst());
    }

    /** Whether there are others to testify to. */
    public boolean areSeveral() {
        return all.size() > 1;
    }

    /** From how many a removal must have been seen. */
    int needed() {
        return Math.min(2, all.size());
    }
}
