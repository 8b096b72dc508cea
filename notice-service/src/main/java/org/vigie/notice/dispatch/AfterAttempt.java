package org.vigie.notice.dispatch;

import java.time.Instant;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.delivery.DeliveryResult.Accepted;
import org.vigie.notice.delivery.DeliveryResult.NotNow;
import org.vigie.notice.delivery.DeliveryResult.NotYet;
import org.vigie.notice.delivery.DeliveryResult.RefusedForGood;
import org.vigie.notice.delivery.DeliveryResult.Uncertain;
import org.vigie.notice.delivery.DeliveryResult.Withdrawn;
import org.vigie.notice.delivery.SendingRules;
import org.vigie.notice.dispatch.Attempt.Outcome;
import org.vigie.notice.dispatch.NoticeState.BeingSent;
import org.vigie.notice.dispatch.NoticeState.Failed;
import org.vigie.notice.dispatch.NoticeState.HandedOver;

/** What the result of an attempt makes of a notice: a pure function. */
record AfterAttempt(SendingRules rules) {

    /** The connection was lost (RFC 3463 section 3.5). */
    private static final String CONNECTION_LOST = "4.4.2";

    /**
     * The notice as it stands after the attempt, with the attempt.
     *
     * @param state of the notice when the channel answered
     * @throws IllegalStateException if it was accepted without a hand-over, or withdrawn
     */
    Notice of(Notice notice, BeingSent state, DeliveryResult result, Instant now) {
        return switch (result) {
            case Accepted(var reply)
            when state instanceof HandedOver handed ->
                tried(notice.moved(handed, one -> one.sent(now)), now, Outcome.ACCEPTED, reply);
            case Accepted _, Withdrawn _ -> throw new IllegalStateException("no hand-over was recorded");
            case Uncertain _ when state instanceof HandedOver handed -> leftBehind(notice, handed, now);
            case Uncertain _ -> notNow(notice, state, CONNECTION_LOST, now);
            case NotYet(var until) -> notice.moved(state, one -> one.waiting(until));
            case NotNow(var status) -> notNow(notice, state, status, now);
            case RefusedForGood(var status) ->
                tried(notice.moved(state, one -> one.refused(now, status)), now, Outcome.REFUSED, status);
        };
    }

    /** The answer was lost, or the process ended between the hand-over and the note of the answer. */
    Notice leftBehind(Notice notice, HandedOver left, Instant at) {
        return tried(notice.moved(left, one -> one.uncertain(rules.settle())), at, Outcome.UNCERTAIN, "");
    }

    private Notice notNow(Notice notice, BeingSent state, String status, Instant now) {
        var again = rules.again(notice.noticeId(), state.attempts(), notice.createdAt(), now);
        var next = notice.moved(state, one -> again.map(one::notNow).orElseGet(() -> one.refused(now, status)));
        return tried(next, now, next.state() instanceof Failed ? Outcome.REFUSED : Outcome.NOT_NOW, status);
    }

    private static Notice tried(Notice notice, Instant at, Outcome outcome, String status) {
        return notice.tried(new Attempt(at, outcome, status));
    }
}
