package org.vigie.notice.removal;

import java.util.Objects;
import org.vigie.notice.removal.NotAllowed.Why;

/** What providers' answers make of a case, and what a second assessor makes of a dispute. */
final class CaseReplies {

    private CaseReplies() {}

    static RemovalCase replied(RemovalCase known, Reply reply) {
        var id = reply.replyId().toString();
        if (known.reports().contains(id)) {
            return known;
        }
        var draft = new CaseDraft(known);
        draft.reports = known.reports().with(id);
        draft.lookAgainAt = reply.recordedAt();
        draft.tell(new CaseEvent(
                reply.receivedAt(),
                "REPLIED_" + reply.outcome(),
                reply.recordedBy(),
                reply.text(),
                reply.addressee(),
                reply.reference(),
                null));
        if (reply.isAboutTheUrl() && isOpen(known)) {
            follow(draft, known, reply);
        }
        return draft.done();
    }

    private static boolean isOpen(RemovalCase known) {
        return switch (known.action()) {
            case CaseStage.Rejected _, CaseStage.Retracted _ -> false;
            case CaseStage.Received _,
                    CaseStage.Verified _,
                    CaseStage.Routed _,
                    CaseStage.Unaddressable _,
                    CaseStage.Notified _,
                    CaseStage.Exhausted _ -> true;
        };
    }

    private static void follow(CaseDraft draft, RemovalCase known, Reply reply) {
        switch (reply.effect()) {
            case CHECK -> draft.wants = known.wants().check(reply.recordedAt());
            case NEW_CHAIN -> draft.wants = known.wants().chain(reply.recordedAt());
            case NEXT_ADDRESSEE -> {
                draft.steering = known.steering().declinedBy(known.cycle(), reply.addressee());
                draft.forgetWish();
            }
            case DISPUTE -> {
                if (known.steering().dispute() == null) {
                    var dispute = new Dispute(reply.replyId(), reply.outcome(), reply.addressee(), reply.recordedAt());
                    draft.steering = known.steering().disputed(dispute);
                }
                draft.forgetWish();
            }
            case TASK, NONE -> {}
        }
    }

    static RemovalCase decided(RemovalCase known, DisputeDecision decision, Signed signed) {
        var dispute = requireSecondAssessor(known, signed.who());
        var draft = new CaseDraft(known);
        draft.lookAgainAt = signed.at();
        switch (decision) {
            case RESUME, RECLASSIFY -> {
                draft.steering = known.steering().disputed(null);
                draft.retraction = null;
            }
            // Nothing is sent until another person agrees to the retraction.
            case RETRACT -> draft.retraction = signed;
        }
        var what = "DISPUTE_DECIDED_" + decision;
        return draft.tell(new CaseEvent(signed.at(), what, signed.who(), signed.why(), dispute.addressee(), null, null))
                .done();
    }

    /** Who classified the content cannot be who decides about a dispute of it. */
    private static Dispute requireSecondAssessor(RemovalCase known, String who) {
        var dispute = known.steering().dispute();
        if (dispute == null) {
            throw new NotAllowed(known.caseId(), Why.NOT_DISPUTED);
        }
        var isTheFirst = known.contents().stream()
                .map(unit -> unit.assessment().assessor())
                .filter(Objects::nonNull)
                .anyMatch(who::equalsIgnoreCase);
        if (isTheFirst) {
            throw new NotAllowed(known.caseId(), Why.FIRST_ASSESSOR);
        }
        return dispute;
    }
}
