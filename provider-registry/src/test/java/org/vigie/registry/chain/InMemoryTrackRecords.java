package org.vigie.registry.chain;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.End;

/** Track records in memory, with the same promises as the store's. */
final class InMemoryTrackRecords implements TrackRecords {

    private final Map<UUID, TargetingSnapshot> kept = new HashMap<>();

    @Override
    public void keep(TargetingSnapshot targeting) {
        kept.merge(targeting.targetingId(), targeting, (old, next) -> next.version() > old.version() ? next : old);
    }

    @Override
    public Responsiveness of(UUID provider, Instant from, Instant before) {
        var counted = kept.values().stream()
                .filter(targeting -> targeting.providerId().equals(provider) && targeting.end() != End.VOID)
                .filter(targeting -> targeting.handedOverAt() >= from.toEpochMilli()
                        && targeting.handedOverAt() < before.toEpochMilli())
                .toList();
        var removed =
                counted.stream().filter(InMemoryTrackRecords::removedWithinDay).count();
        return new Responsiveness(counted.size(), removed);
    }

    private static boolean removedWithinDay(TargetingSnapshot targeting) {
        var removedAt = targeting.removedAt();
        return removedAt != null
                && removedAt - targeting.handedOverAt() - targeting.heldMs()
                        <= Duration.ofDays(1).toMillis();
    }
}
