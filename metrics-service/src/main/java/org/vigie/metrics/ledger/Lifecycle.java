package org.vigie.metrics.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.Answers;
import org.vigie.metrics.ledger.Ending.Actor;
import org.vigie.metrics.ledger.Ending.Moved;
import org.vigie.metrics.ledger.Ending.Open;
import org.vigie.metrics.ledger.Ending.Removed;
import org.vigie.metrics.ledger.Ending.Voided;
import org.vigie.metrics.statistics.WholeHours;

/**
 * One targeting as it is counted: one content unit of a case and cycle, named in a notice to one provider in one role.
 * Times are epoch milliseconds.
 *
 * @param content what repeats are recognised by
 * @param deliveredAt absent if it bounced for good
 * @param heldMs held time, taken off every duration but that until an answer
 * @param answers what came back, absent where it is not known
 * @param sentTimes when the notices were sent and came back, as far as that is known
 */
public record Lifecycle(
        UUID targetingId,
        long version,
        UUID caseId,
        int cycle,
        ContentKey content,
        Role role,
        ContentKind kind,
        Category category,
        Maturation maturation,
        long handedOverAt,
        @Nullable Long deliveredAt,
        @Nullable Long lastUpAt,
        Ending ending,
        long heldMs,
        int noticesSent,
        int bounces,
        @Nullable Answers answers,
        SentTimes sentTimes) {

    /**
     * What a snapshot says.
     *
     * @param provider the provider that stands for the one in the snapshot since a merge, or that one itself
     */
    static Lifecycle of(TargetingSnapshot snapshot, UUID provider) {
        return new Lifecycle(
                snapshot.targetingId(),
                snapshot.version(),
                snapshot.caseId(),
                snapshot.cycle(),
                ContentKey.of(provider, snapshot.contentToken(), snapshot.contentId()),
                snapshot.role(),
                snapshot.kind(),
                snapshot.category(),
                snapshot.maturation(),
                snapshot.handedOverAt(),
                snapshot.deliveredAt(),
                snapshot.lastUpAt(),
                endingOf(snapshot),
                snapshot.heldMs(),
                snapshot.noticesSent(),
                snapshot.bounces(),
                snapshot.answers(),
                SentTimes.of(snapshot.sent(), snapshot.handedOverAt()));
    }

    private static Ending endingOf(TargetingSnapshot snapshot) {
        var removedAt = snapshot.removedAt();
        var movedAt = snapshot.movedAt();
        return switch (snapshot.end()) {
            case REMOVED ->
                removedAt == null ? new Open() : new Removed(removedAt, snapshot.outageClass(), actor(snapshot));
            case MOVED -> movedAt == null ? new Open() : new Moved(movedAt);
            case VOID -> new Voided();
            case OPEN, UNKNOWN -> new Open();
        };
    }

    /** Compares what the snapshot says and not what merges made of it, so that their order changes nothing. */
    private static @Nullable Actor actor(TargetingSnapshot snapshot) {
        var acted = snapshot.actedBy();
        if (acted == null) {
            return null;
        }
        var own = acted.providerId() == null
                ? acted.role() == snapshot.role()
                : acted.providerId().equals(snapshot.providerId());
        return new Actor(acted.role(), own);
    }

    /** The same targeting, counted for the provider that stands for its own. */
    Lifecycle at(UUID provider) {
        return new Lifecycle(
                targetingId,
                version,
                caseId,
                cycle,
                new ContentKey(provider, content.content(), content.identified()),
                role,
                kind,
                category,
                maturation,
                handedOverAt,
                deliveredAt,
                lastUpAt,
                ending,
                heldMs,
                noticesSent,
                bounces,
                answers,
                sentTimes);
    }

    /** The same targeting with another ending. */
    Lifecycle ending(Ending other) {
        return with(deliveredAt, other, noticesSent, bounces, answers, sentTimes);
    }

    /** The same with what came of several in its place. */
    Lifecycle with(@Nullable Long delivered, Ending other, int notices, int bounced, @Nullable Answers answered) {
        return with(delivered, other, notices, bounced, answered, SentTimes.NONE);
    }

    private Lifecycle with(
            @Nullable Long delivered,
            Ending other,
            int notices,
            int bounced,
            @Nullable Answers answered,
            SentTimes times) {
        return new Lifecycle(
                targetingId,
                version,
                caseId,
                cycle,
                content,
                role,
                kind,
                category,
                maturation,
                handedOverAt,
                delivered,
                lastUpAt,
                other,
                heldMs,
                notices,
                bounced,
                answered,
                times);
    }

    /**
     * As it stood then: what ended later was open, what was sent later was not. Whether it was void, and what no time
     * is known of, is taken as known now.
     *
     * @param instant epoch milliseconds
     * @return null if it was not handed over by then
     */
    public @Nullable Lifecycle asOf(long instant) {
        if (handedOverAt > instant) {
            return null;
        }
        var then = switch (ending) {
            case Removed removed when removed.at() > instant -> new Open();
            case Moved moved when moved.at() > instant -> new Open();
            case Removed _, Moved _, Open _, Voided _ -> ending;
        };
        return with(
                deliveredAt,
                then,
                SentTimes.knownBy(instant, noticesSent, sentTimes.notices()),
                SentTimes.knownBy(instant, bounces, sentTimes.bounces()),
                AnswersAsOf.of(answers, sentTimes.complaints(), instant),
                sentTimes.asOf(instant));
    }

    /** Whether it is in any number: void ones are not. */
    public boolean counts() {
        return !(ending instanceof Voided);
    }

    /** Whether it is in no number but that of disputes. */
    public boolean isVoidAndDisputed() {
        return !counts() && answers != null && !answers.disputes().isEmpty();
    }

    /** The provider it was addressed to. */
    public UUID provider() {
        return content.provider();
    }

    /** The provider and role it was addressed to. */
    public Addressed addressed() {
        return new Addressed(content.provider(), role);
    }

    /** The month of the first handover, in UTC. */
    public YearMonth month() {
        return YearMonth.from(Instant.ofEpochMilli(handedOverAt).atOffset(ZoneOffset.UTC));
    }

    /** Hours from a start of the clock to an end, held time taken off, rounded up. */
    int hours(long from, long to) {
        return WholeHours.ofEnded(to - from - heldMs);
    }

    /** Hours from the first handover until it was last seen, held time taken off; 1 if it was not seen after it. */
    int hoursUntilLastSeen() {
        return lastUpAt == null ? 1 : hours(handedOverAt, lastUpAt);
    }
}
