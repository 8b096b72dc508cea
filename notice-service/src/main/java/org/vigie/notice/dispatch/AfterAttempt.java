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
import org.vigie.notice.dispatch.NoticeState.Claimed;
import org.vigie.notice.dispatch.NoticeState.Failed;
import org.vigie.notice.dispatch.NoticeState.HandedOver;
import org.vigie.notice.dispatch.NoticeState.Pending;
import org.vigie.notice.dispatch.NoticeState.Sent;
import org.vigie.notice.dispatch.NoticeState.Unresolved;

/** What the result of an attempt makes of a notice: a pure function. */
final class AfterAttempt {

    /** The connection was lost (RFC 3463 section 3.5). */
    private static final String CONNECTION_LOST = "4.4.2";

    private final SendingRules rules;

    AfterAttempt(SendingRules rules) {
        this.rules = rules;
    }

    /**
     * The notice as it stands after the attempt, with the attempt.
     *
     * @throws IllegalStateException for a result that does not fit the state, withdrawn among them
     */
    Notice of(Notice notice, DeliveryResult result, Instant now) {
        return switch (result) {
            case Accepted(var reply)
            when notice.state() instanceof HandedOver state ->
                tried(notice.in(state.sent(now)), now, Outcome.ACCEPTED, reply);
            case Accepted _ -> throw new IllegalStateException("accepted without a hand-over");
            case Withdrawn _ -> throw new IllegalStateException("withdrawn");
            case Uncertain _
            when notice.state() instanceof HandedOver state ->
                tried(notice.in(state.uncertain(rules.settle())), now, Outcome.UNCERTAIN, "");
            case Uncertain _ -> notNow(notice, CONNECTION_LOST, now);
            case NotYet(var until) -> notice.in(waiting(notice.state(), until));
            case NotNow(var status) -> notNow(notice, status, now);
            case RefusedForGood(var status) ->
                tried(notice.in(refused(notice.state(), status, now)), now, Outcome.REFUSED, status);
        };
    }

    /** The process ended between the hand-over and the note of the answer. */
    Notice leftBehind(Notice notice, HandedOver left) {
        return tried(notice.in(left.uncertain(rules.settle())), left.at(), Outcome.UNCERTAIN, "");
    }

    private Notice notNow(Notice notice, String status, Instant now) {
        var attempts = attempts(notice.state());
        var next = rules.again(notice.noticeId(), attempts, notice.createdAt(), now)
                .map(again -> later(notice.state(), again))
                .orElseGet(() -> refused(notice.state(), status, now));
        return tried(notice.in(next), now, next instanceof Failed ? Outcome.REFUSED : Outcome.NOT_NOW, status);
    }

    private static Notice tried(Notice notice, Instant at, Outcome outcome, String status) {
        return notice.tried(new Attempt(at, outcome, status));
    }

    private static NoticeState waiting(NoticeState state, Instant until) {
        return switch (state) {
            case Claimed claimed -> claimed.waiting(until);
            case NoticeState.Uncertain uncertain -> uncertain.waiting(until);
            case HandedOver _, Pending _, Sent _, Failed _, Unresolved _, NoticeState.Withdrawn _ ->
                throw notBeingSent();
        };
    }

    private static NoticeState later(NoticeState state, Instant again) {
        return switch (state) {
            case Claimed claimed -> claimed.notNow(again);
            case HandedOver handed
            when handed.again() -> new NoticeState.Uncertain(handed.at(), again, handed.attempts());
            case HandedOver handed -> handed.notNow(again);
            case NoticeState.Uncertain uncertain -> uncertain.notNow(again);
            case Pending _, Sent _, Failed _, Unresolved _, NoticeState.Withdrawn _ -> throw notBeingSent();
        };
    }

    private static NoticeState refused(NoticeState state, String status, Instant now) {
        return switch (state) {
            case Claimed claimed -> claimed.failed(now, status);
            case HandedOver handed when handed.again() -> new Unresolved(handed.at());
            case HandedOver handed -> handed.failed(now, status);
            case NoticeState.Uncertain uncertain -> uncertain.unresolved();
            case Pending _, Sent _, Failed _, Unresolved _, NoticeState.Withdrawn _ -> throw notBeingSent();
        };
    }

    private static int attempts(NoticeState state) {
        return switch (state) {
            case Claimed(var _, var attempts) -> attempts;
            case HandedOver(var _, var attempts, var _) -> attempts;
            case NoticeState.Uncertain(var _, var _, var attempts) -> attempts;
            case Pending _, Sent _, Failed _, Unresolved _, NoticeState.Withdrawn _ -> throw notBeingSent();
        };
    }

    private static IllegalStateException notBeingSent() {
        return new IllegalStateException("not being sent");
    }
}
