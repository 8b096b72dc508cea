package org.vigie.support.work;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Keys by the instant at which they fall due, each once; those of one instant in their natural order. Not for several
 * threads at once.
 */
final class Agenda<K extends Comparable<K>> {

    record Entry<K extends Comparable<K>>(Instant due, K key) implements Comparable<Entry<K>> {
        @Override
        public int compareTo(Entry<K> other) {
            var byTime = due.compareTo(other.due);
            return byTime != 0 ? byTime : key.compareTo(other.key);
        }
    }

    /** May hold entries that were moved or removed since; {@code dueOf} says which still stand. */
    private final PriorityQueue<Entry<K>> queue = new PriorityQueue<>();

    private final Map<K, Instant> dueOf = new HashMap<>();

    /** Puts the key in at the instant, instead of where it stood. */
    void place(K key, Instant due) {
        dueOf.put(key, due);
        queue.add(new Entry<>(due, key));
    }

    void remove(K key) {
        dueOf.remove(key);
    }

    boolean contains(K key) {
        return dueOf.containsKey(key);
    }

    /** The earliest entry, absent if there is none. */
    @Nullable
    Entry<K> first() {
        while (true) {
            var entry = queue.peek();
            if (entry == null || entry.due().equals(dueOf.get(entry.key()))) {
                return entry;
            }
            queue.remove();
        }
    }
}
