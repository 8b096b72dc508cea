package org.vigie.notice.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.vigie.notice.delivery.HandOver;
import org.vigie.notice.dispatch.NoticeState.BeingSent;
import org.vigie.notice.dispatch.NoticeState.ToHandOver;

/**
 * Writes down that a notice is handed over, unless a person stopped it meanwhile, and measures how long nobody could
 * tell whether it was accepted.
 */
final class RecordedHandOver implements HandOver {

    private final Function<Notice, Optional<Notice>> store;
    private final BooleanSupplier stopped;
    private final SendingMeter meter;
    private final Clock clock;
    private final NoticeIn<? extends ToHandOver> before;
    private NoticeIn<? extends BeingSent> now;
    private long openedAt;
    private boolean open;

    RecordedHandOver(
            Function<Notice, Optional<Notice>> store,
            BooleanSupplier stopped,
            SendingMeter meter,
            Clock clock,
            NoticeIn<? extends ToHandOver> before) {
        this.store = store;
        this.stopped = stopped;
        this.meter = meter;
        this.clock = clock;
        this.before = before;
        this.now = before;
    }

    @Override
    public boolean record() {
        if (stopped.getAsBoolean()) {
            return false;
        }
        var handed = before.moved(one -> one.handedOver(clock.instant()));
        var stored = store.apply(handed.notice());
        stored.ifPresent(one -> {
            now = handed.as(one);
            openedAt = System.nanoTime();
            open = true;
        });
        return stored.isPresent();
    }

    /** The notice as it is stored now. */
    NoticeIn<? extends BeingSent> notice() {
        return now;
    }

    /** What the channel answered is stored. */
    void settled() {
        if (open) {
            meter.handOverTook(Duration.ofNanos(System.nanoTime() - openedAt));
        }
    }
}
