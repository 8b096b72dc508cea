package org.vigie.notice.removal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.CaseEvent.What;
import org.vigie.notice.removal.CaseStage.Retracted;

/** What a case wants sent, and what the outcomes of notices make of it. Done twice it is done once. */
public record ByNotices(RemovalCase known) {

    /** Wants a notice sent; another wish that no notice took is dropped. */
    public RemovalCase ask(PendingNotice wish) {
        return known.with(known.pursuit().asking(wish));
    }

    /** What the wish repeats: notices the addressee had about the same content, and how many other cases have it. */
    RemovalCase repeating(List<String> references, int elsewhere) {
        var wish = Objects.requireNonNull(known.pending());
        var told = known.history();
        for (var reference : references) {
            told = told.withOnce(CaseEvent.of(wish.at(), What.SIGNALLED_BEFORE)
                    .to(wish.addressee())
                    .under(reference));
        }
        if (elsewhere > 0) {
            told = told.withOnce(
                    CaseEvent.of(wish.at(), What.SAME_CONTENT_ELSEWHERE).because(Integer.toString(elsewhere)));
        }
        return ask(wish.repeating(references)).with(told);
    }

    /** A notice takes the wish; empty if the case does not want it any more or another notice has it. */
    public Optional<RemovalCase> takenBy(UUID noticeId, UUID itemId) {
        var wish = known.pending();
        if (wish == null || !wish.itemId().equals(itemId)) {
            return Optional.empty();
        }
        if (wish.noticeId() == null) {
            return Optional.of(ask(wish.takenBy(noticeId)));
        }
        return wish.noticeId().equals(noticeId) ? Optional.of(known) : Optional.empty();
    }

    /** The wish came to nothing; the case decides anew. */
    public RemovalCase dropped(UUID itemId, Instant at) {
        return known.pending() != null && known.pending().itemId().equals(itemId)
                ? known.with(known.pursuit().asking(null)).due(at)
                : known;
    }

    /**
     * The channel accepted a notice; told twice it is told once.
     *
     * @throws IllegalMove if nothing was verified in its cycle, so that none can have been asked for
     */
    public RemovalCase accepted(Handover handover) {
        if (known.pursuit().knows(handover.noticeId())) {
            return known;
        }
        return switch (handover.kind()) {
            case RETRACTION -> takenBack(handover);
            case DECISION -> decisionTold(handover);
            case FIRST, REMINDER, ESCALATION, STAYDOWN, TEST -> handedOver(handover);
        };
    }

    private RemovalCase handedOver(Handover handover) {
        var addressee = handover.addressee();
        var beginsAnew = known.pursuit().reachedNobody(handover.cycle(), addressee);
        var pursuit = known.pursuit()
                .accepted(handover, known.evidence().names(handover.contents()))
                .orElseThrow(() -> new IllegalMove(known.caseId(), known.stage(), "told of a notice"));
        var outcome = known.outcome().accepted(known.caseId(), handover, pursuit, known.evidence());
        return known.with(pursuit)
                .with(beginsAnew ? outcome.corrected(handover.cycle(), addressee) : outcome)
                .told(handover.event(What.NOTICE_ACCEPTED)
                        .because(handover.kind().name()))
                .due(handover.at());
    }

    private RemovalCase takenBack(Handover handover) {
        var next = known.pursuit().takenBack(handover.contactId(), handover.contents());
        if (next.equals(known.pursuit())) {
            return known;
        }
        return known.with(next.settled(handover.noticeId()))
                .with(
                        known.stage() instanceof Retracted
                                ? known.outcome()
                                : known.outcome().takenBack(handover, known.evidence()))
                .told(handover.event(What.RETRACTION_ACCEPTED))
                .due(handover.at());
    }

    private RemovalCase decisionTold(Handover handover) {
        var next = known.steering().told(handover.addressee(), handover.at());
        if (next.equals(known.steering())) {
            return known;
        }
        return known.with(next)
                .with(known.pursuit().settled(handover.noticeId()))
                .told(handover.event(What.DECISION_ACCEPTED))
                .due(handover.at());
    }

    /**
     * The contact refused a notice for good, or no notice to it can be written; told twice it is told once.
     *
     * @param countedIn the targeting that the notice counts in, absent where none was sent
     */
    public RemovalCase refused(Refused refusal, @Nullable UUID countedIn, String status, Instant at) {
        if (known.pursuit().knowsAsRefused(refusal.noticeId())) {
            return known;
        }
        var takenBack = known.toTakeBackFrom(refusal.contactId()).stream()
                .flatMap(ContentUnit::names)
                .toList();
        return known.with(known.pursuit().refused(refusal, takenBack))
                .with(tells(refusal) ? known.steering().told(refusal.addressee(), at) : known.steering())
                .with(known.outcome().refused(countedIn, refusal.noticeId(), at))
                .told(refusal.event(What.NOTICE_REFUSED, status, at))
                .due(at);
    }

    /** A person answers where no notice can. */
    private boolean tells(Refused refusal) {
        var asked = known.pending();
        return asked != null
                && asked.kind() == NoticeKind.DECISION
                && refusal.noticeId().equals(asked.noticeId());
    }

    /**
     * A notice that the relay had accepted was not delivered; told twice it is told once. The addressee's time did not
     * begin with it, and its contact is not written to again in this cycle.
     *
     * @param countedIn the targeting that counts the notice
     */
    public RemovalCase bounced(Refused refusal, UUID countedIn, String status, Instant at) {
        if (known.pursuit().knowsAsRefused(refusal.noticeId())) {
            return known;
        }
        return known.with(known.pursuit().bounced(refusal))
                .with(known.outcome()
                        .bounced(countedIn, refusal.noticeId(), at)
                        .corrected(refusal.cycle(), refusal.addressee()))
                .told(refusal.event(What.NOTICE_BOUNCED, status, at))
                .due(at);
    }
}
