package org.vigie.metrics.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every cell, by provider and role. */
final class Cells {

    static final Comparator<Addressed> ORDER =
            Comparator.comparing(Addressed::provider).thenComparing(Addressed::role);

    private final Map<Addressed, Shelf> shelves = new HashMap<>();
    private final List<Addressed> changing = new ArrayList<>();

    /** Counts the lifecycle, or takes it back with a change of -1; whether it repeats is counted apart. */
    void count(Lifecycle lifecycle, int change) {
        cell(lifecycle.addressed(), CellKey.packed(lifecycle)).count(lifecycle, change);
    }

    void countRepeat(Addressed addressed, int key, int change) {
        cell(addressed, key).countRepeat(change);
    }

    private Cell cell(Addressed addressed, int key) {
        var shelf = shelves.computeIfAbsent(addressed, _ -> new Shelf());
        if (!shelf.isChanging()) {
            changing.add(addressed);
        }
        return shelf.changing(key);
    }

    /** Writes down what changed. */
    void pack() {
        for (var addressed : changing) {
            var shelf = shelves.get(addressed);
            if (shelf != null) {
                shelf.pack();
                if (shelf.isEmpty()) {
                    shelves.remove(addressed);
                }
            }
        }
        changing.clear();
    }

    /** What was written down, in an order that depends on nothing but it. */
    SortedMap<Addressed, Shelf> shelves() {
        var sorted = new TreeMap<Addressed, Shelf>(ORDER);
        sorted.putAll(shelves);
        return sorted;
    }

    /** Each cell as it was written down. */
    Map<CellKey, Cell> all() {
        var all = new HashMap<CellKey, Cell>();
        shelves.forEach(
                (addressed, shelf) -> shelf.forEach((cell, key) -> all.put(CellKey.unpacked(addressed, key), cell)));
        return all;
    }

    /** One cell for each provider and role, with all of its cells in it. */
    Map<Addressed, Cell> sums() {
        var sums = HashMap.<Addressed, Cell>newHashMap(shelves.size());
        shelves.forEach((addressed, shelf) -> {
            var sum = new Cell();
            shelf.forEach((cell, _) -> sum.addAll(cell));
            sums.put(addressed, sum);
        });
        return sums;
    }
}
