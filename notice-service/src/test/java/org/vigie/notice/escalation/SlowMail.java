package org.vigie.notice.escalation;

import org.vigie.notice.delivery.Channel;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.delivery.HandOver;
import org.vigie.notice.delivery.OutgoingMessage;

/** Accepts everything; something may happen between the final dot and the answer. */
final class SlowMail implements Channel {

    private Runnable before = () -> {};
    private Runnable meanwhile = () -> {};
    private DeliveryResult answer = new DeliveryResult.Accepted("2.0.0");
    private int delivered;

    /** What happens before the next hand-over, while the relay is being greeted. */
    void before(Runnable happens) {
        before = happens;
    }

    /** What it says from now on. */
    void answers(DeliveryResult result) {
        answer = result;
    }

    /** How many messages it was asked to deliver and took. */
    int delivered() {
        return delivered;
    }

    /** What happens before the next answer. */
    void meanwhile(Runnable happens) {
        meanwhile = happens;
    }

    @Override
    public DeliveryResult deliver(OutgoingMessage message, HandOver handOver) {
        var first = before;
        before = () -> {};
        first.run();
        if (!handOver.record()) {
            return new DeliveryResult.Withdrawn();
        }
        var happens = meanwhile;
        meanwhile = () -> {};
        happens.run();
        delivered++;
        return answer;
    }
}
