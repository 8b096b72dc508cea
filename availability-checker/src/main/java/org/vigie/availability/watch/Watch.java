package org.vigie.availability.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;

/**
 * What is known of one case's presence, and what is to be done next. Immutable; time is given.
 *
 * @param partition of the case's topic, which decides who checks
 * @param assignment what the case says, absent until it was heard
 * @param place where the content lies, absent until it was heard
 * @param flags why the last check could not tell
 * @param removals every confirmed one, oldest first
 * @param testimonies the latest of every other vantage
 * @param startedAt when it began to be watched, absent before
 * @param lastCheckedAt absent before the first check
 * @param due when the next check falls due, absent if none does
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
        CheckHistory history,
        List<Testimony> testimonies,
        @Nullable Instant startedAt,
        @Nullable Instant lastCheckedAt,
        @Nullable Instant due,
        boolean unpublished,
        @Nullable Long version) {

    public Watch {
        flags = Set.copyOf(flags);
        removals = List.copyOf(removals);
        testimonies = List.copyOf(testimonies);
    }

    /** Of a case of which nothing is known yet. */
    static Watch over(UUID caseId, int partition) {
        return new WatchDraft(caseId, partition).done();
    }

    /** Takes what the case says now; an older or repeated snapshot changes nothing. */
    Watch assigned(Assignment next, int inPartition, Instant now) {
        if (assignment != null && assignment.caseVersion() >= next.caseVersion()) {
            return this;
        }
        return but(draft -> {
                    draft.partition = inPartition;
                    draft.assignment = next;
                })
                .planned(now)
                .heard(next.person(), now);
    }

    /** Takes where the content lies now; an older or repeated snapshot changes nothing. */
    Watch placed(Place next, int inPartition, Instant now) {
        if (place != null && place.version() >= next.version()) {
            return this;
        }
        return but(draft -> {
                    draft.partition = inPartition;
                    draft.place = next;
                })
                .planned(now);
    }

    /**
     * Takes what another vantage says; an older or repeated testimony changes nothing. If it found the content after
     * our streak began, the streak ends: what one of us sees is there.
     */
    Watch heard(@Nullable Testimony testimony, Instant now) {
        if (testimony == null) {
            return this;
        }
        var known = testimonies.stream()
                .filter(other -> other.vantage().equals(testimony.vantage()))
                .anyMatch(other -> other.version() >= testimony.version());
        if (known) {
            return this;
        }
        var all = new ArrayList<>(testimonies);
        all.removeIf(other -> other.vantage().equals(testimony.vantage()));
        all.add(testimony);
        var next = WitnessRules.after(state, testimony, lastCheckedAt);
        return but(draft -> {
                    draft.testimonies = all;
                    if (WitnessRules.isSaidToBeTheContent(testimony, history.undecided())) {
                        draft.history = history.withoutBaseline();
                    }
                    if (!next.equals(state)) {
                        draft.state = next;
                        draft.flags = EnumSet.of(Flag.CLOAKED);
                        draft.removals = removalsAfter(next, history);
                        draft.unpublished = true;
                    }
                })
                .planned(now);
    }

    /** Whether it is to be checked, and can be. */
    public boolean isActive() {
        return assignment != null && assignment.watched() && place != null && !place.wasErased();
    }

    /** Whether a check is wanted that was not made yet: by the case, or because another vantage says otherwise. */
    boolean isCheckWanted() {
        if (assignment == null) {
            return false;
        }
        var wanted = assignment.checkAfter();
        if (wanted != null && (lastCheckedAt == null || lastCheckedAt.isBefore(wanted))) {
            return true;
        }
        var last = lastCheckedAt;
        return last != null && testimonies.stream().anyMatch(other -> WitnessRules.isNews(other, this, last));
    }

    /** Takes what a check showed. One that our own side spoilt leaves no trace but its next due instant. */
    Watch checked(CheckResult result, Confirmation needed, DataVersions data, CheckSchedule schedule) {
        if (result.signal() == Signal.LOCAL_FAULT) {
            return withDue(result.at().plus(CheckSchedule.AFTER_LOCAL_FAULT));
        }
        var answersWant = isCheckWanted();
        var taken = but(draft -> {
            draft.history = history.with(RecordedCheck.of(result, data), result.baseline());
            draft.state = WitnessRules.after(
                    this, result, isSeenFromEnough(result, needed) ? needed : needed.withheld(), draft.history);
            draft.flags = flagsAfter(result.signal());
            draft.removals = removalsAfter(draft.state, draft.history);
            draft.lastCheckedAt = result.at();
        });
        var planned = taken.withDue(taken.nextCheck(schedule, result.notBefore()));
        return answersWant || !planned.says(this) ? planned.but(draft -> draft.unpublished = true) : planned;
    }

    private boolean isSeenFromEnough(CheckResult result, Confirmation needed) {
        if (needed.vantages() < 2 || result.signal().meaning() == Signal.Meaning.NEITHER) {
            return true;
        }
        var since = Objects.requireNonNullElse(state.badSince(), result.at());
        return 1 + agreeing(since).size() >= needed.vantages();
    }

    private List<Testimony> agreeing(Instant since) {
        return testimonies.stream().filter(other -> other.missesSince(since)).toList();
    }

    private @Nullable Instant nextCheck(CheckSchedule schedule, @Nullable Instant notBefore) {
        var now = Objects.requireNonNull(lastCheckedAt);
        if (!isActive()) {
            return null;
        }
        var next = isCheckWanted() ? now : schedule.next(this, now);
        return next == null || notBefore == null || next.isAfter(notBefore) ? next : notBefore;
    }

    Prior prior(Instant now) {
        return new Prior(
                caseId,
                history.looks(),
                state instanceof WatchState.Suspect(var _, var streak) ? streak : null,
                history.baseline(),
                history.lastGood() != null,
                state instanceof WatchState.Up && history.undecided() == null,
                isCheckWanted(),
                now);
    }

    boolean isDown() {
        var presence = state.presence();
        return presence == Presence.DOWN || presence == Presence.GONE;
    }

    /** Whether it says the same as another but for when it was checked. */
    private boolean says(Watch other) {
        return state.presence() == other.state.presence()
                && flags.equals(other.flags)
                && because() == other.because()
                && removals.equals(other.removals)
                && Objects.equals(state.badSince(), other.state.badSince());
    }

    /** Why the last check could not tell, absent if it could. */
    private @Nullable Signal because() {
        return history.undecided() == null ? null : history.undecided().last();
    }

    private Set<Flag> flagsAfter(Signal signal) {
        var flag = signal.flag();
        return flag == null ? EnumSet.noneOf(Flag.class) : EnumSet.of(flag);
    }

    private List<Removal> removalsAfter(WatchState next, CheckHistory now) {
        var after = new ArrayList<>(removals);
        switch (next) {
            case WatchState.Down(var removal, var _) -> {
                if (!isDown()) {
                    after.add(removal.shownBy(evidence(removal, now)));
                }
            }
            case WatchState.Up(var since, var _, var _) -> {
                if (isDown()) {
                    after.add(after.removeLast().endedAt(since));
                }
            }
            case WatchState.Unseen _, WatchState.Suspect _, WatchState.Returning _ -> {}
        }
        return after;
    }

    private Evidence evidence(Removal removal, CheckHistory now) {
        var since = removal.firstDownAt();
        var checks = removal.rule().isWitnessed() ? now.undecidedSince(since) : now.badSince(since);
        return new Evidence(now.lastGood(), checks, agreeing(since));
    }

    /** Checks at once when it becomes active or a check is wanted; not at all when it is not active. */
    private Watch planned(Instant now) {
        if (!isActive()) {
            return withDue(null);
        }
        var started = startedAt == null ? but(draft -> draft.startedAt = now) : this;
        return due == null || isCheckWanted() ? started.withDue(now) : started;
    }

    Watch withDue(@Nullable Instant next) {
        return but(draft -> draft.due = next);
    }

    private Watch but(Consumer<WatchDraft> change) {
        var draft = new WatchDraft(this);
        change.accept(draft);
        return draft.done();
    }
}
