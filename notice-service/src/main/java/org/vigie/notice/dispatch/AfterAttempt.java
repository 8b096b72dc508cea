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
     * @param notice as it was when the channel answered
     * @throws IllegalStateException if it was accepted without a hand-over, or withdrawn
     */
    Notice of(NoticeIn<? extends BeingSent> notice, DeliveryResult result, Instant now) {
        return switch (result) {
            case Accepted(var reply)
            when notice.state() instanceof HandedOver handed ->
                tried(notice.notice().moved(handed, one -> one.sent(now)), now, Outcome.ACCEPTED, reply);
            case Accepted _, Withdrawn _ -> throw new IllegalStateException("no hand-over was recorded");
            case Uncertain _
            when notice.state() instanceof HandedOver handed -> leftBehind(notice.notice(), handed, now);
            case Uncertain _ -> notNow(notice, CONNECTION_LOST, now);
            case NotYet(var until) -> notice.moved(one -> one.waiting(until)).notice();
            case NotNow(var status) -> notNow(notice, status, now);
            case RefusedForGood(var status) ->
                tried(notice.moved(one -> one.refused(now, status)).notice(), now, Outcome.REFUSED, status);
        };
    }

    /** The answer was lost, or the process ended between the hand-over and the note of the answer. */
    Notice leftBehind(Notice notice, HandedOver left, Instant at) {
        return tried(notice.moved(left, one -> one.uncertain(rules.settle())), at, Outcome.UNCERTAIN, "");
    }

    private Notice notNow(NoticeIn<? extends BeingSent> tried, String status, Instant now) {
        var notice = tried.notice();
        var again = rules.again(notice.noticeId(), tried.state().attempts(), notice.createdAt(), now);
        var next = tried.moved(one -> again.map(one::notNow).orElseGet(() -> one.refused(now, status)))
                .notice();
        return tried(next, now, next.state() instanceof Failed ? Outcome.REFUSED : Outcome.NOT_NOW, status);
    }

    private static Notice tried(Notice notice, Instant at, Outcome outcome, String status) {
        return notice.tried(new Attempt(at, outcome, status));
    }
}
