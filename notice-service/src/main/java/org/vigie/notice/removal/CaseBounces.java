package org.vigie.notice.removal;

import java.time.Instant;
import java.util.UUID;

/** What it makes of a case that a notice, which the relay had accepted, was not delivered. */
final class CaseBounces {

    private CaseBounces() {}

    static RemovalCase bounced(RemovalCase known, Refused refusal, UUID countedIn, String status, Instant at) {
        var noticeId = refusal.noticeId();
        if (known.refused().stream().anyMatch(refused -> refused.noticeId().equals(noticeId))) {
            return known;
        }
        var draft = new CaseDraft(known);
        draft.refused.add(refusal);
        draft.rungs.replaceAll(rung -> rung.cameBack(noticeId));
        draft.eachTargeting(
                targeting -> targeting.targetingId().equals(countedIn) ? targeting.bounced(noticeId) : targeting);
        tellAgain(draft, refusal.cycle(), refusal.addressee());
        draft.forgetWish();
        draft.lookAgainAt = at;
        return draft.tell(CaseEvent.to(at, "NOTICE_BOUNCED", status, refusal.addressee(), null))
                .done();
    }

    /** When its time began, or that it never did, is told with each targeting of the addressee. */
    static void tellAgain(CaseDraft draft, int cycle, Addressee addressee) {
        draft.eachTargeting(targeting ->
                targeting.cycle() == cycle && new Addressee(targeting.providerId(), targeting.role()).equals(addressee)
                        ? targeting.corrected()
                        : targeting);
    }
}
