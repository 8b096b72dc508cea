package org.vigie.notice.removal;

import org.jspecify.annotations.Nullable;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.notice.removal.CaseStage.Exhausted;
import org.vigie.notice.removal.CaseStage.Notified;
import org.vigie.notice.removal.CaseStage.Received;
import org.vigie.notice.removal.CaseStage.Rejected;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.CaseStage.Routed;
import org.vigie.notice.removal.CaseStage.Unaddressable;
import org.vigie.notice.removal.CaseStage.Verified;
import org.vigie.notice.removal.NotAllowed.Why;
import org.vigie.notice.removal.Steering.Clearance;

/** Where people turn a case. */
final class CaseSteering {

    private CaseSteering() {}

    static RemovalCase approve(RemovalCase known, Addressee addressee, @Nullable Approval approval, Signed signed) {
        if (known.steering().isApproved(addressee)) {
            return known;
        }
        requireOpen(known);
        switch (ranked(known, approval)) {
            case NOT_NEEDED -> throw new NotAllowed(known.caseId(), Why.NEEDS_NO_APPROVAL);
            case REFUSED, UNKNOWN -> throw new NotAllowed(known.caseId(), Why.NEVER_WRITTEN_TO);
            case OPERATOR -> {}
        }
        var draft = new CaseDraft(known);
        draft.steering = known.steering().approving(addressee);
        draft.lookAgainAt = signed.at();
        return draft.tell(told("STEP_APPROVED", addressee, signed)).done();
    }

    static RemovalCase choose(
            RemovalCase known, Addressee addressee, @Nullable Approval approval, boolean isCandidate, Signed signed) {
        if (known.steering().isChosen(addressee)) {
            return known;
        }
        requireRouting(known);
        if (ranked(known, approval) != Approval.NOT_NEEDED && !known.steering().isApproved(addressee)) {
            throw new NotAllowed(
                    known.caseId(), approval == Approval.OPERATOR ? Why.NEEDS_APPROVAL : Why.NEVER_WRITTEN_TO);
        }
        if (known.rungOf(addressee).isPresent()) {
            throw new NotAllowed(known.caseId(), Why.WRITTEN_TO_ALREADY);
        }
        if (!isCandidate) {
            throw new NotAllowed(known.caseId(), Why.NO_CONTACT);
        }
        var draft = new CaseDraft(known);
        draft.steering = known.steering().choosing(addressee);
        draft.forgetWish();
        draft.lookAgainAt = signed.at();
        return draft.tell(told("ADDRESSEE_CHANGED", addressee, signed)).done();
    }

    /** What an authority said is recorded, whether or not its country is waited for. */
    static RemovalCase clear(RemovalCase known, Clearance clearance, Signed signed) {
        if (known.steering().clearances().contains(clearance)) {
            return known;
        }
        requireOpen(known);
        var draft = new CaseDraft(known);
        draft.steering = known.steering().cleared(clearance);
        draft.lookAgainAt = signed.at();
        var what = "CLEARED_BY_%s_%s".formatted(clearance.authority(), clearance.country());
        return draft.tell(new CaseEvent(signed.at(), what, signed.who(), signed.why(), null, clearance.reference(), null))
                .done();
    }

    private static CaseEvent told(String what, Addressee addressee, Signed signed) {
        return new CaseEvent(signed.at(), what, signed.who(), signed.why(), addressee, null, null);
    }

    private static Approval ranked(RemovalCase known, @Nullable Approval approval) {
        if (approval == null) {
            throw new NotAllowed(known.caseId(), Why.NOT_IN_CHAIN);
        }
        return approval;
    }

    private static void requireOpen(RemovalCase known) {
        switch (known.action()) {
            case Rejected _, Retracted _ -> throw new NotAllowed(known.caseId(), Why.CLOSED);
            case Received _, Verified _, Routed _, Unaddressable _, Notified _, Exhausted _ -> {}
        }
    }

    private static void requireRouting(RemovalCase known) {
        switch (known.action()) {
            case Rejected _, Retracted _ -> throw new NotAllowed(known.caseId(), Why.CLOSED);
            case Received _, Verified _ -> throw new NotAllowed(known.caseId(), Why.NOT_ROUTED);
            case Routed _, Unaddressable _, Notified _, Exhausted _ -> {}
        }
    }
}
