package org.vigie.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How an index answers a query.
 *
 * @param index which
 * @param intervals where in it, in order, apart from each other and without the table's number
 * @param equal how many of its fields have a known value
 * @param ranged whether the next has bounds
 * @param exact whether whatever is found there is asked for
 * @param order 1 or -1 if it gives the documents sorted as asked, reading forwards or backwards; 0 if not
 */
record Plan(StoredIndex index, List<Interval> intervals, int equal, boolean ranged, boolean exact, int order) {

    private static final int MOST_INTERVALS = 10_000;

    private static final Comparator<Plan> BETTER =
            Comparator.comparingInt(Plan::equal).thenComparing(Plan::ranged).thenComparing(plan -> plan.order() != 0);

    /** The best of those indexes that help; absent if none does. */
    static Optional<Plan> of(Document query, @Nullable Document sort, Collection<Indexed> indexes) {
        var asked = flat(query);
        Plan best = null;
        for (var indexed : indexes) {
            var plan = of(asked, sort, indexed);
            boolean helps = plan.equal() > 0 || plan.ranged() || plan.order() != 0;
            if (helps && (best == null || BETTER.compare(plan, best) > 0)) {
                best = plan;
            }
        }
        return Optional.ofNullable(best);
    }

    /** An index, and whether it has ever met a list: then a document may be in it several times. */
    record Indexed(StoredIndex index, boolean several) {}

    /**
     * The fields of a query, of what it joins by {@code $and} and of what one element of a list must be; a field that
     * is asked for twice counts once.
     */
    private static Document flat(Document query) {
        var flat = new Document();
        for (var each : query.entrySet()) {
            if (each.getKey().equals("$and") && each.getValue() instanceof Collection<?> all) {
                all.forEach(one -> flat((Document) one).forEach(flat::putIfAbsent));
                flat.put("$and", true);
            } else {
                flat.put(each.getKey(), each.getValue());
                if (each.getValue() instanceof Document asked && asked.get("$elemMatch") instanceof Document element) {
                    flat(element).forEach((field, value) -> flat.putIfAbsent(each.getKey() + "." + field, value));
                }
            }
        }
        return flat;
    }

    private static Plan of(Document asked, @Nullable Document sort, Indexed indexed) {
        var index = indexed.index();
        List<byte[]> beginnings = List.of(new byte[0]);
        int equal = 0;
        boolean exact = !indexed.several();
        var ranges = List.<Interval>of();
        for (var field : index.fields()) {
            var condition = asked.containsKey(field) ? Condition.of(asked.get(field)) : null;
            if (condition == null || (indexed.several() && !condition.isOfEachEntry())) {
                break;
            }
            exact &= condition.exact();
            if (!condition.ranges().isEmpty()) {
                ranges = condition.ranges();
                break;
            }
            if ((long) beginnings.size() * condition.points().size() > MOST_INTERVALS) {
                break;
            }
            beginnings = longer(beginnings, condition.points());
            equal++;
        }
        int used = equal + (ranges.isEmpty() ? 0 : 1);
        return new Plan(
                index,
                intervals(beginnings, ranges),
                equal,
                !ranges.isEmpty(),
                exact && used == asked.size(),
                beginnings.size() == 1 && !indexed.several() ? order(sort, index, equal) : 0);
    }

    private static List<byte[]> longer(List<byte[]> beginnings, List<byte[]> points) {
        var longer = new ArrayList<byte[]>();
        beginnings.forEach(beginning -> points.forEach(point -> longer.add(Keys.concat(beginning, point))));
        return longer;
    }

    private static List<Interval> intervals(List<byte[]> beginnings, List<Interval> ranges) {
        var intervals = new ArrayList<Interval>();
        for (var beginning : beginnings) {
            if (ranges.isEmpty()) {
                intervals.add(Interval.beginning(beginning));
            } else {
                ranges.forEach(range -> intervals.add(range.after(beginning)));
            }
        }
        return intervals;
    }

    /** An entry ends with the id, so that every index sorts by it at last. */
    private static int order(@Nullable Document sort, StoredIndex index, int equal) {
        if (sort == null || sort.isEmpty()) {
            return 0;
        }
        var sorted =
                new ArrayList<>(index.fields().subList(equal, index.fields().size()));
        if (!sorted.contains("_id")) {
            sorted.add("_id");
        }
        var wanted = List.copyOf(sort.keySet());
        if (wanted.size() > sorted.size() || !wanted.equals(sorted.subList(0, wanted.size()))) {
            return 0;
        }
        var directions = sort.values().stream()
                .flatMapToInt(
                        each -> each instanceof Number direction ? IntStream.of(direction.intValue()) : IntStream.of(0))
                .distinct()
                .toArray();
        return directions.length == 1 ? directions[0] : 0;
    }
}
