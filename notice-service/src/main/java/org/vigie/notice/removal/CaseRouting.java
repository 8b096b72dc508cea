package org.vigie.notice.removal;

import java.time.Instant;
import org.vigie.notice.removal.CaseStage.Exhausted;
import org.vigie.notice.removal.CaseStage.Notified;
import org.vigie.notice.removal.CaseStage.Received;
import org.vigie.notice.removal.CaseStage.Rejected;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.CaseStage.Routed;
import org.vigie.notice.removal.CaseStage.Unaddressable;
import org.vigie.notice.removal.CaseStage.Verified;

/** What chains make of a case. */
final class CaseRouting {

    private CaseRouting() {}

    static RemovalCase routed(RemovalCase known, Route next, Instant at) {
        if (known.action() instanceof Routed && known.route().equals(next)) {
            return known;
        }
        var draft = new CaseDraft(known);
        draft.action = switch (known.action()) {
            case Verified verified -> verified.routed(at);
            case Unaddressable unaddressable -> unaddressable.routed(at);
            case Exhausted exhausted -> exhausted.routed(at);
            case Notified notified -> notified.moved(at);
            case Routed routed -> routed;
            case Received _, Rejected _, Retracted _ -> throw new IllegalMove(known.caseId(), known.action(), "routed");
        };
        draft.route = next;
        var addressee = next.addressee();
        var asked = known.asked();
        if (asked != null && !asked.addressee().equals(addressee)) {
            draft.forgetWish();
        }
        if (addressee != null) {
            draft.tell(CaseEvent.to(at, "ROUTED", null, addressee, null));
        }
        return draft.done();
    }

    static RemovalCase unaddressable(RemovalCase known, Route next, String reason, Instant at) {
        var draft = new CaseDraft(known);
        draft.action = switch (known.action()) {
            case Verified verified -> verified.unaddressable(reason);
            case Routed routed -> routed.unaddressable(reason);
            case Unaddressable _ -> new Unaddressable(reason);
            case Received _, Rejected _, Notified _, Exhausted _, Retracted _ ->
                throw new IllegalMove(known.caseId(), known.action(), "unaddressable");
        };
        draft.route = next.to(null);
        draft.forgetWish();
        if (!draft.action.equals(known.action())) {
            draft.tell(CaseEvent.because(at, "UNADDRESSABLE", reason));
        }
        return draft.done();
    }

    static RemovalCase adopted(RemovalCase known, Route next) {
        var draft = new CaseDraft(known);
        draft.route = next;
        return draft.done();
    }

    static RemovalCase movedAwayFrom(RemovalCase known, ChainParties named, Instant chainAt) {
        if (known.presence().isDown()) {
            return known;
        }
        var draft = new CaseDraft(known);
        draft.eachTargeting(targeting -> {
            if (targeting.cycle() != known.cycle()) {
                return targeting;
            }
            var addressee = new Addressee(targeting.providerId(), targeting.role());
            if (named.names(addressee)) {
                return targeting.backAgain();
            }
            return named.leavesOut(addressee) ? targeting.moved(chainAt) : targeting;
        });
        return draft.targetings.equals(known.targetings())
                ? known
                : draft.tell(CaseEvent.of(chainAt, "CONTENT_MOVED")).done();
    }

    static RemovalCase exhausted(RemovalCase known, Instant at) {
        return switch (known.action()) {
            case Notified notified -> {
                var draft = new CaseDraft(known);
                draft.action = notified.exhausted();
                yield draft.tell(CaseEvent.of(at, "EXHAUSTED")).done();
            }
            case Exhausted _ -> known;
            case Received _, Verified _, Rejected _, Routed _, Unaddressable _, Retracted _ ->
                throw new IllegalMove(known.caseId(), known.action(), "exhausted");
        };
    }
}
