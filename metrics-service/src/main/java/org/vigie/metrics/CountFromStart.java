package org.vigie.metrics;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.provider.Providers;

/** Counts what the store holds before the first record is read and the first question answered. */
@Component
final class CountFromStart implements SmartLifecycle {

    private final Bookkeeping bookkeeping;
    private final Providers providers;
    private volatile boolean counted;

    CountFromStart(Bookkeeping bookkeeping, Providers providers) {
        this.bookkeeping = bookkeeping;
        this.providers = providers;
    }

    @Override
    public void start() {
        providers.load();
        bookkeeping.rebuild();
        counted = true;
    }

    @Override
    public void stop() {
        counted = false;
    }

    @Override
    public boolean isRunning() {
        return counted;
    }

    /** After the indexes are made, before listeners and the web server. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }
}
