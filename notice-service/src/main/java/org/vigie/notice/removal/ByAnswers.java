package org.vigie.notice.removal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.vigie.notice.content.Classification;
import org.vigie.notice.removal.CaseEvent.What;
import org.vigie.notice.removal.NotAllowed.Why;
import org.vigie.support.Person;

/** What answers to notices, and decisions about them, make of a case. Done twice it is done once. */
public record ByAnswers(RemovalCase known) {

    /**
     * A provider answered; the same answer twice is one. No answer ever says that anything was removed.
     *
     * @param named what the notice named of the case
     */
    public RemovalCase replied(Reply reply, Named named) {
        var history = known.history();
        if (history.has(reply.replyId())) {
            return known;
        }
        var next = known.with(history.applying(reply.replyId()).with(reply.event()))
                .due(reply.recordedAt());
        return reply.isAboutTheUrl() ? followed(next.with(answered(reply, named)), reply) : next;
    }

    private Outcome answered(Reply reply, Named named) {
        return known.outcome().answered(isNamed(reply, named), answers -> {
            var said = answers.said(reply);
            return reply.effect() == ReplyOutcome.Effect.DISPUTE ? said.disputed(reply) : said;
        });
    }

    private Predicate<Targeting> isNamed(Reply reply, Named named) {
        var contents = known.evidence().names(named.contents());
        return targeting -> targeting.cycle() == named.cycle()
                && targeting.addressee().equals(reply.addressee())
                && contents.contains(targeting.contentId());
    }

    private static RemovalCase followed(RemovalCase next, Reply reply) {
        if (next.stage().isOver()) {
            return next;
        }
        return switch (reply.effect()) {
            case CHECK -> next.wants(next.wants().check(reply.recordedAt()));
            case NEW_CHAIN -> next.wants(next.wants().chain(reply.recordedAt()));
            case NEXT_ADDRESSEE ->
                next.with(next.steering().declinedBy(next.cycle(), reply.addressee()))
                        .with(next.pursuit().askingNothingNew());
            case DISPUTE ->
                next.with(next.steering().disputedBy(reply)).with(next.pursuit().askingNothingNew());
            case TASK, NONE -> next;
        };
    }

    /** A person read something else in the answer: it is not counted any more. What had followed is not undone. */
    public RemovalCase misread(UUID replyId) {
        return known.with(known.outcome().answered(_ -> true, answers -> answers.misread(replyId)));
    }

    /** A feedback report came about a notice, which counts where the notice does. */
    public RemovalCase complained(UUID noticeId, Instant at) {
        return known.with(known.outcome().complained(noticeId, at));
    }

    /**
     * A second assessor decides about the dispute; nothing is sent until another person agrees to a retraction.
     *
     * @throws NotAllowed if there is none, or the same person classified the content
     */
    public RemovalCase disputeDecided(DisputeDecision decision, Signed signed) {
        var dispute = known.steering().dispute();
        if (dispute == null) {
            throw new NotAllowed(known.caseId(), Why.NOT_DISPUTED);
        }
        requireAnother(signed);
        if (decision == DisputeDecision.RETRACT && isToBeRetracted(dispute)) {
            return known;
        }
        var over = known.steering().disputed(null).retracting(null);
        var decided = switch (decision) {
            case RESUME ->
                known.with(over).byAnswers().settled(signed).byAnswers().owing(dispute, signed);
            case RECLASSIFY -> known.with(over);
            case RETRACT -> known.with(known.steering().retracting(signed));
        };
        return decided.told(CaseEvent.of(signed.at(), What.DISPUTE_DECIDED, decision)
                        .by(signed)
                        .to(dispute.addressee()))
                .due(signed.at());
    }

    /** Whether it was decided so already, and another person has not agreed yet. */
    private boolean isToBeRetracted(Dispute dispute) {
        var decided = new CaseEvent.Kind(What.DISPUTE_DECIDED, DisputeDecision.RETRACT.name());
        return known.steering().retraction() != null
                && known.history().timeline().stream()
                        .anyMatch(event ->
                                event.kind().equals(decided) && !event.at().isBefore(dispute.since()));
    }

    /**
     * A second assessor decides about the dispute by classifying the content anew.
     *
     * @throws NotAllowed if there is none, or the same person classified the content
     */
    public RemovalCase reclassified(Classification classification, Signed signed) {
        var decided = disputeDecided(DisputeDecision.RECLASSIFY, signed)
                .byReports()
                .classified(classification)
                .byAnswers()
                .settled(signed);
        return decided.byAnswers().owing(Objects.requireNonNull(known.steering().dispute()), signed);
    }

    /** Whoever disputed it is told why the notice stands, or else that it is taken back. */
    private RemovalCase owing(Dispute dispute, Signed signed) {
        var rulings = dispute.objections().stream()
                .filter(objection -> known.toTakeBackFrom(objection.contactId()).isEmpty()
                        && !known.standingWith(objection.contactId()).isEmpty())
                .map(objection -> new Ruling(objection, signed.why(), signed.at()))
                .toList();
        return known.with(known.steering().owing(rulings));
    }

    /** What is not illegal was disputed rightly; every other notice stands. */
    private RemovalCase settled(Signed signed) {
        return known.with(known.outcome()
                .answered(Targeting::isNotIllegal, answers -> answers.decided(false, signed.at()))
                .answered(_ -> true, answers -> answers.decided(true, signed.at())));
    }

    private void requireAnother(Signed signed) {
        if (known.contents().stream()
                .map(unit -> unit.assessment().assessor())
                .anyMatch(assessor -> assessor != null && Person.same(assessor, signed.who()))) {
            throw new NotAllowed(known.caseId(), Why.FIRST_ASSESSOR);
        }
    }
}
