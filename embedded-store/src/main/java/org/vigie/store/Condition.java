package org.vigie.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks of one field, as far as an index can tell.
 *
 * @param points the values one of which it has; empty if none is named
 * @param ranges where its value lies otherwise
 * @param exact whether whatever lies there is what is asked for
 * @param bounds how many bounds the ranges were made of; of a list, one value may keep the one and another the other
 */
record Condition(List<byte[]> points, List<Interval> ranges, boolean exact, int bounds) {

    private static final Interval BELOW_NULL = new Interval(new byte[] {0}, new byte[] {Keys.NULL});
    private static final Interval ABOVE_NULL = new Interval(new byte[] {Keys.NULL + 1}, new byte[0]);

    /** The condition; null if an index is of no use. */
    static @Nullable Condition of(@Nullable Object asked) {
        if (asked instanceof Document operators) {
            return operators.keySet().stream().allMatch(key -> key.startsWith("$")) ? of(operators) : null;
        }
        return isValue(asked) ? new Condition(List.of(Keys.of(asked)), List.of(), Keys.isExact(asked), 0) : null;
    }

    /** Whether a document that is asked for has an entry there, also where it has one for each value of a list. */
    boolean isOfEachEntry() {
        return bounds <= 1;
    }

    private static @Nullable Condition of(Document operators) {
        if (operators.containsKey("$eq") && isValue(operators.get("$eq"))) {
            var value = operators.get("$eq");
            return new Condition(List.of(Keys.of(value)), List.of(), operators.size() == 1 && Keys.isExact(value), 0);
        }
        if (operators.get("$in") instanceof Collection<?> several
                && several.stream().allMatch(Condition::isValue)) {
            return new Condition(
                    distinct(several),
                    List.of(),
                    operators.size() == 1 && several.stream().allMatch(Keys::isExact),
                    0);
        }
        if (operators.containsKey("$ne") && operators.get("$ne") == null) {
            return new Condition(List.of(), List.of(BELOW_NULL, ABOVE_NULL), operators.size() == 1, 2);
        }
        return range(operators);
    }

    /** Only values of the bound's own type are compared with it. */
    private static @Nullable Condition range(Document operators) {
        var from = new ArrayList<byte[]>();
        var to = new ArrayList<byte[]>();
        boolean exact = true;
        for (var operator : operators.entrySet()) {
            var value = operator.getValue();
            var key = Keys.of(value);
            boolean bounds = Keys.isExact(value) && value != null;
            switch (operator.getKey()) {
                case "$gt" -> from.add(Keys.after(key));
                case "$gte" -> from.add(key);
                case "$lt" -> to.add(key);
                case "$lte" -> to.add(Keys.after(key));
                default -> bounds = false;
            }
            exact &= bounds;
            if (!bounds
                    && (operator.getKey().startsWith("$gt") || operator.getKey().startsWith("$lt"))) {
                return null;
            }
        }
        if (from.isEmpty() && to.isEmpty()) {
            return null;
        }
        var type = new byte[] {(from.isEmpty() ? to : from).getFirst()[0]};
        var first = from.stream().max(Arrays::compareUnsigned).orElse(type);
        var last = to.stream().min(Arrays::compareUnsigned).orElse(Keys.after(type));
        return new Condition(List.of(), List.of(new Interval(first, last)), exact, from.size() + to.size());
    }

    private static List<byte[]> distinct(Collection<?> several) {
        var keys = new TreeSet<byte[]>(Arrays::compareUnsigned);
        several.forEach(value -> keys.add(Keys.of(value)));
        return List.copyOf(keys);
    }

    private static boolean isValue(@Nullable Object asked) {
        return Keys.isExact(asked);
    }
}
