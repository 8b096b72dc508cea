package org.vigie.notice.dispatch;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.vigie.notice.delivery.HandOver;
import org.vigie.notice.dispatch.NoticeState.HandedOver;

/**
 * Writes down that a notice is handed over, unless a person stopped it meanwhile, and measures how long nobody could
 * tell whether it was accepted.
 */
final class RecordedHandOver implements HandOver {

    private final Notices notices;
    private final BooleanSupplier stopped;
    private final SendingMeter meter;
    private final HandedOver next;
    private Notice notice;
    private long openedAt;
    private boolean open;

    RecordedHandOver(Notices notices, BooleanSupplier stopped, SendingMeter meter, Notice notice, HandedOver next) {
        this.notices = notices;
        this.stopped = stopped;
        this.meter = meter;
        this.notice = notice;
        this.next = next;
    }

    @Override
    public boolean record() {
        if (stopped.getAsBoolean()) {
            return false;
        }
        try {
            notice = notices.saveState(notice.in(next));
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

    /** What the channel answered is stored. */
    void settled() {
        if (open) {
            meter.handOverTook(Duration.ofNanos(System.nanoTime() - openedAt));
        }
    }
}
