package org.vigie.availability.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;

/**
 * The watch over one case's URL. Immutable: every move returns the next watch.
 *
 * @param partition of the topics it came by
 * @param assignment absent until the case is known
 * @param place absent until the location is known
 * @param flags why a look could not tell, as things stand now
 * @param removals every confirmed removal, oldest first
 * @param startedAt when it was first to be looked at, absent before
 * @param lastCheckedAt absent before the first look
 * @param due when the next look falls due, absent if none does
 * @param unpublished whether others do not know this version yet and must
 * @param version the stored version this was read at, absent while it was never stored
 */
public record Watch(
        UUID caseId,
        int partition,
        @Nullable Assignment assignment,
        @Nullable Place place,
        WatchState state,
        Set<Flag> flags,
        List<Removal> removals,
        Diary diary,
        @Nullable Instant startedAt,
        @Nullable Instant lastCheckedAt,
        @Nullable Instant due,
        boolean unpublished,
        @Nullable Long version) {

    public Watch {
        flags = Set.copyOf(flags);
        removals = List.copyOf(removals);
    }

    /** Of a case of which nothing is known yet. */
    static Watch over(UUID caseId, int partition) {
        return new Watch(
                caseId,
                partition,
                null,
                null,
                new WatchState.Unseen(),
                Set.of(),
                List.of(),
                Diary.EMPTY,
                null,
                null,
                null,
                false,
                null);
    }

    /** Takes what the case says now; an older or repeated snapshot changes nothing. */
    Watch assigned(Assignment next, int inPartition, Instant now) {
        if (assignment != null && assignment.caseVersion() >= next.caseVersion()) {
            return this;
        }
        return copy(inPartition, next, place, due, startedAt).planned(now);
    }

    /** Takes where the content lies now; an older or repeated snapshot changes nothing. */
    Watch placed(Place next, int inPartition, Instant now) {
        if (place != null && place.version() >= next.version()) {
            return this;
        }
        return copy(inPartition, assignment, next, due, startedAt).planned(now);
    }

    /** Whether it is to be looked at, and can be. */
    public boolean isActive() {
        return assignment != null && assignment.watched() && place != null;
    }

    /** Whether a look is wanted that was not made yet. */
    boolean isLookWanted() {
        if (assignment == null || assignment.checkAfter() == null) {
            return false;
        }
        return lastCheckedAt == null || lastCheckedAt.isBefore(assignment.checkAfter());
    }

    /** Records a look. One that our own side spoilt leaves no trace but its next due instant. */
    Watch observed(Observed look, Look evidence, CheckSchedule schedule, @Nullable Instant notBefore) {
        if (look.signal() == Signal.LOCAL_FAULT) {
            return withDue(look.at().plus(CheckSchedule.AFTER_LOCAL_FAULT));
        }
        var answersWant = isLookWanted();
        var nextState = state.after(look);
        var looked = new Watch(
                caseId,
                partition,
                assignment,
                place,
                nextState,
                flagsAfter(look.signal()),
                removalsAfter(nextState),
                diary.with(evidence),
                startedAt,
                look.at(),
                null,
                unpublished,
                version);
        var planned = looked.withDue(looked.nextLook(schedule, notBefore));
        return answersWant || !planned.says(this) ? planned.toBePublished() : planned;
    }

    private @Nullable Instant nextLook(CheckSchedule schedule, @Nullable Instant notBefore) {
        var now = Objects.requireNonNull(lastCheckedAt);
        if (!isActive()) {
            return null;
        }
        var next = isLookWanted() ? now : schedule.next(this, now);
        return next == null || notBefore == null || next.isAfter(notBefore) ? next : notBefore;
    }

    Prior prior() {
        var lastGood = diary.lastGood();
        var settled = lastGood != null && state instanceof WatchState.Up && flags.isEmpty() ? lastGood.headers() : null;
        return new Prior(
                caseId,
                diary.looks(),
                state instanceof WatchState.Suspect(var _, var run) ? run.observations() : 0,
                settled,
                lastGood != null);
    }

    /** What others may know of it. */
    public AvailabilitySnapshot snapshot(long publishedVersion) {
        var removal = removals.isEmpty() || !isDown() ? null : removals.getLast();
        return new AvailabilitySnapshot(
                caseId,
                publishedVersion,
                state.presence(),
                flags.stream().sorted().toList(),
                millis(state.lastUpAt()),
                state instanceof WatchState.Suspect(var _, var run) ? millis(run.firstBadAt()) : null,
                removal == null ? null : millis(removal.firstDownAt()),
                removal == null ? null : removal.rule().published(),
                removal != null && removal.lastUpAt() == null,
                millis(lastCheckedAt),
                (int) removals.stream()
                        .filter(ended -> ended.reappearedAt() != null)
                        .count(),
                removals.stream().map(Watch::published).toList(),
                removal == null ? List.of() : diary.differences());
    }

    private boolean isDown() {
        var presence = state.presence();
        return presence == Presence.DOWN || presence == Presence.GONE;
    }

    /** Whether it says the same as another but for when it was looked at. */
    private boolean says(Watch other) {
        return state.presence() == other.state.presence()
                && flags.equals(other.flags)
                && removals.equals(other.removals)
                && Objects.equals(runStart(), other.runStart());
    }

    private @Nullable Instant runStart() {
        return state instanceof WatchState.Suspect(var _, var run) ? run.firstBadAt() : null;
    }

    private Set<Flag> flagsAfter(Signal signal) {
        var flag = signal.flag();
        return flag == null ? EnumSet.noneOf(Flag.class) : EnumSet.of(flag);
    }

    private List<Removal> removalsAfter(WatchState next) {
        var after = new ArrayList<>(removals);
        switch (next) {
            case WatchState.Down(var removal, var _) when !isDown() -> after.add(removal);
            case WatchState.Up(var since, var _, var _)
            when isDown() -> after.add(after.removeLast().endedAt(since));
            default -> {}
        }
        return after;
    }

    /** Looks at once when it becomes active or a look is wanted; not at all when it is not active. */
    private Watch planned(Instant now) {
        if (!isActive()) {
            return withDue(null);
        }
        var started = startedAt == null ? copy(partition, assignment, place, due, now) : this;
        var atOnce = (due == null && diary.looks() == 0) || isLookWanted();
        if (atOnce) {
            return started.withDue(now);
        }
        return due == null ? started.withDue(now) : started;
    }

    Watch withDue(@Nullable Instant next) {
        return copy(partition, assignment, place, next, startedAt);
    }

    /** As it is once it was stored. */
    Watch withVersion(long stored) {
        return new Watch(
                caseId,
                partition,
                assignment,
                place,
                state,
                flags,
                removals,
                diary,
                startedAt,
                lastCheckedAt,
                due,
                unpublished,
                stored);
    }

    private Watch toBePublished() {
        return new Watch(
                caseId,
                partition,
                assignment,
                place,
                state,
                flags,
                removals,
                diary,
                startedAt,
                lastCheckedAt,
                due,
                true,
                version);
    }

    private Watch copy(
            int inPartition,
            @Nullable Assignment assigned,
            @Nullable Place placed,
            @Nullable Instant nextDue,
            @Nullable Instant started) {
        return new Watch(
                caseId,
                inPartition,
                assigned,
                placed,
                state,
                flags,
                removals,
                diary,
                started,
                lastCheckedAt,
                nextDue,
                unpublished,
                version);
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
