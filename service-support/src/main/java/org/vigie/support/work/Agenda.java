package org.vigie.support.work;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keys by the instant at which they fall due, each once; those of one instant in their natural order. A key that was
 * begun waits for its end before it comes again. Not for several threads at once.
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

    private final Set<K> running = new HashSet<>();
    /** Keys that were placed while they ran: they are put back when that ends. */
    private final Map<K, Instant> again = new HashMap<>();

    private long begun;

    /** Puts the key in at the instant, instead of where it stood. */
    void place(K key, Instant due) {
        if (running.contains(key)) {
            again.put(key, due);
        } else {
            dueOf.put(key, due);
            queue.add(new Entry<>(due, key));
        }
    }

    /** Puts the key in unless it stands here or runs. */
    void placeIfAbsent(K key, Instant due) {
        if (!running.contains(key) && !dueOf.containsKey(key)) {
            place(key, due);
        }
    }

    /** Takes the key out; if it runs it does not come again. */
    void remove(K key) {
        dueOf.remove(key);
        again.remove(key);
    }

    void begin(K key) {
        dueOf.remove(key);
        running.add(key);
        begun++;
    }

    /** Puts the key back where it was placed while it ran; else, if it failed, at the instant given. */
    void end(K key, @Nullable Instant afterFailure) {
        running.remove(key);
        var due = again.getOrDefault(key, afterFailure);
        again.remove(key);
        if (due != null) {
            place(key, due);
        }
    }

    boolean anyRunning() {
        return !running.isEmpty();
    }

    /** How many were begun since the start. */
    long begun() {
        return begun;
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
