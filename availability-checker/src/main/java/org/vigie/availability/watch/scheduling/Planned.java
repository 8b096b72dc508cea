package org.vigie.availability.watch.scheduling;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Which checks are planned or under way in the partitions of this process. */
final class Planned {

    private final Map<UUID, Instant> dueOf = new HashMap<>();
    private final Map<Integer, TreeMap<Instant, Set<UUID>>> byPartition = new HashMap<>();

    synchronized void own(Collection<Integer> partitions) {
        partitions.forEach(partition -> byPartition.computeIfAbsent(partition, _ -> new TreeMap<>()));
    }

    /** Forgets the partition and says what was planned in it. */
    synchronized Set<UUID> disown(int partition) {
        var forgotten = new TreeSet<UUID>();
        Optional.ofNullable(byPartition.remove(partition))
                .ifPresent(all -> all.values().forEach(forgotten::addAll));
        forgotten.forEach(dueOf::remove);
        return forgotten;
    }

    synchronized Set<Integer> owned() {
        return Set.copyOf(byPartition.keySet());
    }

    /** Whether the partition is this process's; if it is, the check is noted. */
    synchronized boolean put(UUID caseId, int partition, Instant due) {
        remove(caseId, partition);
        var all = byPartition.get(partition);
        if (all == null) {
            return false;
        }
        all.computeIfAbsent(due, _ -> new TreeSet<>()).add(caseId);
        dueOf.put(caseId, due);
        return true;
    }

    synchronized void remove(UUID caseId, int partition) {
        var before = dueOf.remove(caseId);
        var all = byPartition.get(partition);
        if (before != null && all != null) {
            all.computeIfPresent(before, (_, cases) -> {
                cases.remove(caseId);
                return cases.isEmpty() ? null : cases;
            });
        }
    }

    /** Up to when every planned check of the partition was made. */
    synchronized Instant doneUpTo(int partition, Instant now) {
        var all = byPartition.get(partition);
        if (all == null || all.isEmpty() || all.firstKey().isAfter(now)) {
            return now;
        }
        return all.firstKey();
    }
}
