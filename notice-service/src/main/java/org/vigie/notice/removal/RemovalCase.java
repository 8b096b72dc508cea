package org.vigie.notice.removal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.notice.content.Classification;
import org.vigie.notice.content.Content;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.content.Sightings;
import org.vigie.notice.reference.RecentIds;
import org.vigie.notice.removal.CaseStage.Received;

/**
 * One canonical URL and everything we do about it. Immutable: every move returns the next case, and a move that was
 * made already returns the case as it is. The targetings live in it, so that a case and what it targeted are stored in
 * one write.
 *
 * @param lastSightingAt when the last report of it was handed in
 * @param blocked waits of notices for a look
 * @param rungs every addressee written to, in every cycle, oldest first
 * @param retraction proposed and not agreed to yet, absent otherwise
 * @param steering where people turned it
 * @param reports applied lately, and what people did
 * @param lookAgainAt when the next step may be due, absent if only an event can make one
 * @param version the stored version this was read at, absent while it was never stored
 */
public record RemovalCase(
        UUID caseId,
        Tokens tokens,
        Place place,
        int cycle,
        CaseStage action,
        List<ContentUnit> contents,
        Sightings sightings,
        Instant lastSightingAt,
        List<Hold> holds,
        TimeOnHold held,
        CheckDelay blocked,
        Instant receivedAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant firstHandoverAt,
        Presence presence,
        Route route,
        Wants wants,
        List<ContactedAddressee> rungs,
        List<Refused> refused,
        @Nullable PendingNotice asked,
        @Nullable Signed retraction,
        Steering steering,
        List<Targeting> targetings,
        List<CaseEvent> story,
        RecentIds reports,
        @Nullable Instant lookAgainAt,
        @Nullable Long version)
        implements Addressed, Awaiting, TurnedByPeople {

    public RemovalCase {
        contents = List.copyOf(contents);
        holds = List.copyOf(holds);
        rungs = List.copyOf(rungs);
        refused = List.copyOf(refused);
        targetings = List.copyOf(targetings);
        story = List.copyOf(story);
    }

    /** A case nobody reported yet; the first sighting follows. */
    public static RemovalCase opened(UUID caseId, Tokens tokens, Place place, Instant at) {
        return new RemovalCase(
                caseId,
                tokens,
                place,
                1,
                new Received(),
                List.of(),
                Sightings.NONE,
                at,
                List.of(),
                TimeOnHold.NONE,
                CheckDelay.NEVER,
                at,
                null,
                null,
                Presence.UNKNOWN,
                Route.NONE,
                Wants.NOTHING,
                List.of(),
                List.of(),
                null,
                null,
                Steering.NONE,
                List.of(),
                List.of(),
                RecentIds.NONE,
                at,
                null);
    }

    /** Whether every holder allows looks. */
    public boolean probingAllowed() {
        return holds.stream().allMatch(Hold::probingAllowed);
    }

    /** Takes a report; one that was taken already changes nothing. */
    public RemovalCase sighted(Sighting sighting) {
        return CaseEvidence.sighted(this, sighting);
    }

    /**
     * Takes an assessor's decision; an older one changes nothing.
     *
     * @throws UnknownContent if the case has no such content unit
     */
    public RemovalCase decided(Classification decision) {
        return CaseEvidence.decided(this, decision);
    }

    /**
     * Says of its contents what is held of them everywhere; said again it changes nothing.
     *
     * @param carried the token by which the case may know the content still
     */
    public RemovalCase agreeing(String carried, Content content, Instant at) {
        return CaseEvidence.agreeing(this, carried, content, at);
    }

    /** Takes what availability-checker says; an older snapshot changes nothing. */
    public RemovalCase seen(AvailabilitySnapshot snapshot, Instant now) {
        return CasePresence.seen(this, snapshot, now);
    }

    /**
     * It is known who is written to.
     *
     * @throws IllegalMove if nothing is verified, or the case was rejected or retracted
     */
    public RemovalCase routed(Route next, Instant at) {
        return CaseRouting.routed(this, next, at);
    }

    /**
     * Nobody can be written to; said again it changes nothing but the chain it is known from.
     *
     * @throws IllegalMove unless the case waits for an addressee or for its first notice
     */
    public RemovalCase unaddressable(Route next, String reason, Instant at) {
        return CaseRouting.unaddressable(this, next, reason, at);
    }

    /** The chain changed and the addressee did not. */
    public RemovalCase adopted(Route next) {
        return CaseRouting.adopted(this, next);
    }

    /**
     * Targetings of addressees that the chain leaves out end; those it names again are open. What is gone has moved
     * nowhere.
     */
    public RemovalCase movedAwayFrom(ChainParties named, Instant chainAt) {
        return CaseRouting.movedAwayFrom(this, named, chainAt);
    }

    /** Wants a notice sent; another wish that no notice took is dropped. */
    public RemovalCase ask(PendingNotice wish) {
        return CaseWishes.asked(this, wish);
    }

    /** What the wish repeats: notices the addressee had about the same content, and how many other cases have it. */
    RemovalCase repeating(List<String> references, int elsewhere) {
        return CaseWishes.repeating(this, references, elsewhere);
    }

    /** A notice takes the wish; empty if the case does not want it any more or another notice has it. */
    public Optional<RemovalCase> takenBy(UUID noticeId, UUID itemId) {
        return CaseWishes.takenBy(this, noticeId, itemId);
    }

    /** The wish came to nothing; the case decides anew. */
    public RemovalCase dropped(UUID itemId, Instant at) {
        return CaseWishes.dropped(this, itemId, at);
    }

    /** The channel accepted a notice; told twice it is told once. */
    public RemovalCase accepted(Handover handover) {
        return CaseHandovers.accepted(this, handover);
    }

    /**
     * The contact refused a notice for good, or no notice to it can be written; told twice it is told once.
     *
     * @param countedIn the targeting that the notice counts in, absent where none was sent
     */
    public RemovalCase refused(Refused refusal, @Nullable UUID countedIn, String status, Instant at) {
        return CaseHandovers.refused(this, refusal, countedIn, status, at);
    }

    /**
     * A notice that the relay had accepted was not delivered; told twice it is told once. The addressee's time did not
     * begin with it, and its contact is not written to again in this cycle.
     *
     * @param countedIn the targeting that counts the notice
     */
    public RemovalCase bounced(Refused refusal, UUID countedIn, String status, Instant at) {
        return CaseBounces.bounced(this, refusal, countedIn, status, at);
    }

    /** What changed around the content says who seems to have taken it down. */
    public RemovalCase explainedBy(ChainSnapshot chain) {
        return CasePresence.explained(this, chain);
    }

    /** A notice waits for a look, or has it. */
    public RemovalCase waitsForLook(boolean waits, Instant now) {
        var draft = new CaseDraft(this);
        draft.blocked = waits ? blocked.begun(now) : blocked.over(now);
        return draft.done();
    }

    /**
     * No rung is left.
     *
     * @throws IllegalMove unless the case is notified
     */
    public RemovalCase exhausted(Instant at) {
        return CaseRouting.exhausted(this, at);
    }

    /** A look made from now on is wanted, unless one is wanted already. */
    public RemovalCase wantsLook(Instant now) {
        return waitsForWantedLook() ? this : wants(wants.check(now));
    }

    /** A chain made from now on is wanted, unless one is wanted already. */
    public RemovalCase wantsChain(Instant now) {
        return waitsForWantedChain() ? this : wants(wants.chain(now));
    }

    public RemovalCase wants(Wants next) {
        var draft = new CaseDraft(this);
        draft.wants = next;
        return draft.done();
    }

    /** When the next step may be due; absent if only an event can make one. */
    public RemovalCase lookAgain(@Nullable Instant at) {
        var draft = new CaseDraft(this);
        draft.lookAgainAt = at;
        return draft.done();
    }

    /** Never its place. */
    @Override
    public String toString() {
        return "RemovalCase[%s, %s, version=%s]".formatted(caseId, action, version);
    }
}
