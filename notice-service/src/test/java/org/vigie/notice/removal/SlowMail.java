package org.vigie.notice.removal;

import org.vigie.notice.delivery.Channel;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.delivery.HandOver;
import org.vigie.notice.delivery.OutgoingMessage;

/** Accepts everything; something may happen between the final dot and the answer. */
final class SlowMail implements Channel {

    private Runnable meanwhile = () -> {};

    /** What happens before the next answer. */
    void meanwhile(Runnable happens) {
        meanwhile = happens;
    }

    @Override
    public DeliveryResult deliver(OutgoingMessage message, HandOver handOver) {
        if (!handOver.record()) {
            return new DeliveryResult.Withdrawn();
        }
        var happens = meanwhile;
        meanwhile = () -> {};
        happens.run();
        return new DeliveryResult.Accepted("2.0.0");
    }
}
