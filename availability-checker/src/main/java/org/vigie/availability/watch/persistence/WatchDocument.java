package org.vigie.availability.watch.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.availability.watch.Assignment;
import org.vigie.availability.watch.CheckHistory;
import org.vigie.availability.watch.FailureStreak;
import org.vigie.availability.watch.Place;
import org.vigie.availability.watch.Removal;
import org.vigie.availability.watch.Testimony;
import org.vigie.availability.watch.Watch;
import org.vigie.availability.watch.WatchState;
import org.vigie.events.Locator;
import org.vigie.events.ProbeRule;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;

/** A watch as it is stored. */
@Document("watches")
record WatchDocument(
        @Id String id,
        @Version @Nullable Long version,
        boolean unpublished,
        int partition,
        @Nullable AssignmentPart assignment,
        @Nullable Place place,
        StatePart state,
        Set<Flag> flags,
        List<Removal> removals,
        CheckHistory diary,
        @Nullable List<Testimony> testimonies,
        @Nullable Instant startedAt,
        @Nullable Instant lastCheckedAt,
        @Nullable Instant due) {

    /** An {@link Assignment}; the provider's id as text. */
    record AssignmentPart(
            long caseVersion,
            boolean watched,
            Locator locator,
            ProbeRule rule,
            @Nullable String hostProvider,
            @Nullable Instant checkAfter,
            @Nullable Testimony person) {

        static AssignmentPart of(Assignment assignment) {
            return new AssignmentPart(
                    assignment.caseVersion(),
                    assignment.watched(),
                    assignment.locator(),
                    assignment.rule(),
                    assignment.hostProvider() == null
                            ? null
                            : assignment.hostProvider().toString(),
                    assignment.checkAfter(),
                    assignment.person());
        }

        Assignment toDomain() {
            return new Assignment(
                    caseVersion,
                    watched,
                    locator,
                    rule,
                    hostProvider == null ? null : UUID.fromString(hostProvider),
                    checkAfter,
                    person);
        }
    }

    /** The kinds of {@link WatchState}. */
    enum Kind {
        UNSEEN,
        UP,
        SUSPECT,
        DOWN,
        RETURNING
    }

    /** A {@link WatchState}: the fields of its kind, the others absent. */
    record StatePart(
            Kind kind,
            WatchState.@Nullable Up up,
            @Nullable FailureStreak run,
            @Nullable Removal removal,
            boolean gone,
            @Nullable Instant seenAt) {

        static StatePart of(WatchState state) {
            return switch (state) {
                case WatchState.Unseen _ -> new StatePart(Kind.UNSEEN, null, null, null, false, null);
                case WatchState.Up up -> new StatePart(Kind.UP, up, null, null, false, null);
                case WatchState.Suspect(var before, var run) ->
                    new StatePart(Kind.SUSPECT, before, run, null, false, null);
                case WatchState.Down(var removal, var gone) ->
                    new StatePart(Kind.DOWN, null, null, removal, gone, null);
                case WatchState.Returning(var down, var seenAt) ->
                    new StatePart(Kind.RETURNING, null, null, down.removal(), down.gone(), seenAt);
            };
        }

        WatchState toDomain() {
            return switch (kind) {
                case UNSEEN -> new WatchState.Unseen();
                case UP -> Objects.requireNonNull(up);
                case SUSPECT -> new WatchState.Suspect(up, Objects.requireNonNull(run));
                case DOWN -> down();
                case RETURNING -> new WatchState.Returning(down(), Objects.requireNonNull(seenAt));
            };
        }

        private WatchState.Down down() {
            return new WatchState.Down(Objects.requireNonNull(removal), gone);
        }
    }

    static WatchDocument of(Watch watch) {
        return new WatchDocument(
                watch.caseId().toString(),
                watch.version(),
                watch.unpublished(),
                watch.partition(),
                watch.assignment() == null ? null : AssignmentPart.of(watch.assignment()),
                watch.place(),
                StatePart.of(watch.state()),
                watch.flags(),
                watch.removals(),
                watch.history(),
                watch.testimonies(),
                watch.startedAt(),
                watch.lastCheckedAt(),
                watch.due());
    }

    Watch toDomain() {
        return new Watch(
                UUID.fromString(id),
                partition,
                assignment == null ? null : assignment.toDomain(),
                place,
                state.toDomain(),
                flags,
                removals,
                diary,
                Objects.requireNonNullElse(testimonies, List.of()),
                startedAt,
                lastCheckedAt,
                due,
                unpublished,
                version);
    }
}
