package org.vigie.availability.watch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.VantageSnapshot;

/** What others may know of a watch: everybody, and the other vantages. */
public final class Report {

    private Report() {}

    /** For everybody. */
    public static AvailabilitySnapshot availability(Watch watch, long version) {
        var removal = watch.isDown() ? watch.removals().getLast() : null;
        var undecided = watch.history().undecided();
        return new AvailabilitySnapshot(
                watch.caseId(),
                version,
                watch.state().presence(),
                watch.flags().stream().sorted().toList(),
                millis(watch.state().lastUpAt()),
                watch.state() instanceof WatchState.Suspect(var _, var streak) ? millis(streak.firstBadAt()) : null,
                removal == null ? null : millis(removal.firstDownAt()),
                removal == null ? null : removal.rule().published(),
                removal != null && removal.lastUpAt() == null,
                millis(watch.lastCheckedAt()),
                (int) watch.removals().stream()
                        .filter(ended -> ended.reappearedAt() != null)
                        .count(),
                watch.removals().stream().map(Report::published).toList(),
                removal == null ? List.of() : removal.evidence().differences(),
                undecided == null || watch.flags().isEmpty()
                        ? null
                        : undecided.last().name());
    }

    /** For the other vantages. */
    public static VantageSnapshot testimony(Watch watch, Vantages vantages, long version) {
        var undecided = watch.history().undecided();
        return new VantageSnapshot(
                watch.caseId(),
                vantages.own(),
                version,
                millis(watch.state().lastUpAt()),
                millis(watch.state().badSince()),
                millis(watch.lastCheckedAt()),
                undecided == null ? null : millis(undecided.since()));
    }

    private static AvailabilitySnapshot.Removal published(Removal removal) {
        return new AvailabilitySnapshot.Removal(
                millis(removal.lastUpAt()),
                removal.firstDownAt().toEpochMilli(),
                removal.confirmedAt().toEpochMilli(),
                removal.rule().published(),
                millis(removal.reappearedAt()));
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : Long.valueOf(instant.toEpochMilli());
    }
}
