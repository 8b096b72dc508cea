package org.vigie.notice.dispatch;

import java.time.Duration;
import org.vigie.notice.delivery.DeliveryResult;

/** Counts attempts, and measures how long a second copy was possible. */
public interface SendingMeter {

    void tried(DeliveryResult result);

    /** From the note of the hand-over to the note of the answer, in real time. */
    void handOverTook(Duration window);
}
