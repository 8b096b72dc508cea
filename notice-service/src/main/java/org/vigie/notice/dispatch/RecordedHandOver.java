package org.vigie.notice.dispatch;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.vigie.notice.delivery.HandOver;
import org.vigie.notice.dispatch.NoticeState.BeingSent;
import org.vigie.notice.dispatch.NoticeState.HandedOver;

/**
 * Writes down that a notice is handed over, unless a person stopped it meanwhile, and measures how long nobody could
 * tell whether it was accepted.
 */
final class RecordedHandOver implements HandOver {

    private final UnaryOperator<Notice> store;
    private final BooleanSupplier stopped;
    private final SendingMeter meter;
    private final HandedOver next;
    private BeingSent state;
    private Notice notice;
    private long openedAt;
    private boolean open;

    /** The state is that of the notice, the next one that of its hand-over. */
    RecordedHandOver(
            UnaryOperator<Notice> store,
            BooleanSupplier stopped,
            SendingMeter meter,
            Notice notice,
            BeingSent state,
            HandedOver next) {
        this.store = store;
        this.stopped = stopped;
        this.meter = meter;
        this.notice = notice;
        this.state = state;
        this.next = next;
    }

    @Override
    public boolean record() {
        if (stopped.getAsBoolean()) {
            return false;
        }
        try {
            notice = store.apply(notice.moved(state, _ -> next));
            state = next;
            openedAt = System.nanoTime();
            open = true;
            return true;
        } catch (StaleNotice _) {
            return false;
        }
    }

    /** The notice as it is stored now. */
    Notice notice() {
        return notice;
    }

    BeingSent state() {
        return state;
    }

    /** What the channel answered is stored. */
    void settled() {
        if (open) {
            meter.handOverTook(Duration.ofNanos(System.nanoTime() - openedAt));
        }
    }
}
