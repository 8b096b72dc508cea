package org.vigie.availability.watch;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;

/** A watch while it is changed; lives no longer than one method. */
final class WatchDraft {

    private final UUID caseId;
    int partition;

    @Nullable
    Assignment assignment;

    @Nullable
    Place place;

    WatchState state = new WatchState.Unseen();
    Set<Flag> flags = Set.of();
    List<Removal> removals = List.of();
    CheckHistory history = CheckHistory.EMPTY;
    List<Testimony> testimonies = List.of();

    @Nullable
    Instant startedAt;

    @Nullable
    Instant lastCheckedAt;

    @Nullable
    Instant due;

    boolean unpublished;

    @Nullable
    Long version;

    WatchDraft(UUID caseId, int partition) {
        this.caseId = caseId;
        this.partition = partition;
    }

    WatchDraft(Watch watch) {
        caseId = watch.caseId();
        partition = watch.partition();
        assignment = watch.assignment();
        place = watch.place();
        state = watch.state();
        flags = watch.flags();
        removals = watch.removals();
        history = watch.history();
        testimonies = watch.testimonies();
        startedAt = watch.startedAt();
        lastCheckedAt = watch.lastCheckedAt();
        due = watch.due();
        unpublished = watch.unpublished();
        version = watch.version();
    }

    Watch done() {
        return new Watch(
                caseId,
                partition,
                assignment,
                place,
                state,
                flags,
                removals,
                history,
                testimonies,
                startedAt,
                lastCheckedAt,
                due,
                unpublished,
                version);
    }
}
