package org.vigie.availability.watch;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Watches for as long as a test lasts. */
final class MemoryWatches implements Watches {

    private final Map<UUID, Watch> watches = new HashMap<>();

    @Override
    public synchronized Optional<Watch> find(UUID caseId) {
        return Optional.ofNullable(watches.get(caseId));
    }

    @Override
    public Optional<Watch> atHand(UUID caseId) {
        return find(caseId);
    }

    @Override
    public synchronized Optional<Watch> save(Watch watch) {
        var before = watches.get(watch.caseId());
        if (!Objects.equals(before == null ? null : before.version(), watch.version())) {
            return Optional.empty();
        }
        var draft = new WatchDraft(watch);
        draft.version = draft.version == null ? 0 : draft.version + 1;
        var stored = draft.done();
        watches.put(stored.caseId(), stored);
        return Optional.of(stored);
    }

    @Override
    public synchronized void forEachLife(Instant startedSince, Consumer<Hazards.Life> to) {
        watches.values().stream()
                .filter(watch -> watch.startedAt() != null && !watch.startedAt().isBefore(startedSince))
                .flatMap(watch -> lives(watch).stream())
                .forEach(to);
    }

    static List<Hazards.Life> lives(Watch watch) {
        var assignment = watch.assignment();
        return Hazards.Life.of(
                assignment == null ? null : assignment.hostProvider(),
                watch.startedAt(),
                watch.removals(),
                watch.state());
    }

    @Override
    public synchronized List<Watch> due(Collection<Integer> partitions) {
        return watches.values().stream()
                .filter(watch -> watch.due() != null && partitions.contains(watch.partition()))
                .toList();
    }
}
