package org.vigie.metrics.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.events.Role;

/** Every cell, by provider and role. */
final class Cells {

    static final Comparator<Addressed> ORDER =
            Comparator.comparing(Addressed::provider).thenComparing(Addressed::role);

    private static final Role[] ROLES = Role.values();
    private static final Shelf NONE = new Shelf();

    private final Interned providers;
    /** By place. */
    private final List<Shelf> shelves = new ArrayList<>();

    private final Set<Integer> changing = new HashSet<>();

    Cells(Interned providers) {
        this.providers = providers;
    }

    /** The number of a provider, given by its own, in a role. */
    static int place(int provider, Role role) {
        return provider * ROLES.length + Codes.of(role);
    }

    static Addressed addressed(int place, Interned providers) {
        return new Addressed(providers.id(place / ROLES.length), ROLES[place % ROLES.length]);
    }

    /** Counts the lifecycle, or takes it back with a change of -1; whether it repeats is counted apart. */
    void count(int place, Lifecycle lifecycle, int change) {
        cell(place, CellKey.packed(lifecycle)).count(lifecycle, change);
    }

    void countRepeat(int place, int key, int change) {
        cell(place, key).countRepeat(change);
    }

    private Cell cell(int place, int key) {
        while (shelves.size() <= place) {
            shelves.add(NONE);
        }
        var shelf = shelves.get(place);
        if (shelf == NONE) {
            shelf = new Shelf();
            shelves.set(place, shelf);
        }
        if (!shelf.isChanging()) {
            changing.add(place);
        }
        return shelf.changing(key);
    }

    /** Writes down what changed. */
    void pack() {
        changing.forEach(place -> shelves.get(place).pack());
        changing.clear();
    }

    /** What was written down, in an order that depends on nothing but it. */
    SortedMap<Addressed, Shelf> shelves() {
        var sorted = new TreeMap<Addressed, Shelf>(ORDER);
        for (int place = 0; place < shelves.size(); place++) {
            if (!shelves.get(place).isEmpty()) {
                sorted.put(addressed(place, providers), shelves.get(place));
            }
        }
        return sorted;
    }

    /** Each cell as it was written down. */
    Map<CellKey, Cell> all() {
        var all = new HashMap<CellKey, Cell>();
        shelves()
                .forEach((addressed, shelf) ->
                        shelf.forEach((cell, key) -> all.put(CellKey.unpacked(addressed, key), cell)));
        return all;
    }

    /** One cell for each provider and role, with all of its cells in it. */
    Map<Addressed, Cell> sums() {
        var sums = new HashMap<Addressed, Cell>();
        shelves().forEach((addressed, shelf) -> {
            var sum = new Cell();
            shelf.forEach((cell, _) -> sum.addAll(cell));
            sums.put(addressed, sum);
        });
        return sums;
    }
}
