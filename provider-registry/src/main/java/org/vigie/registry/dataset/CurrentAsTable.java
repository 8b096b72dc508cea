package org.vigie.registry.dataset;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** The table in use. A broken one leaves the previous one in place and is counted. */
public final class CurrentAsTable {

    private final AtomicReference<AsTable> inUse;
    private final AtomicLong refused = new AtomicLong();

    public CurrentAsTable(AsTable first) {
        this.inUse = new AtomicReference<>(first);
    }

    public AsTable get() {
        return inUse.get();
    }

    /** How many tables were refused since the start. */
    public long refused() {
        return refused.get();
    }

    /**
     * Puts a table for the whole Internet in use.
     *
     * @throws BrokenDataSet if it should not be used; the one before stays
     */
    public void replace(AsTable next) {
        try {
            AsTableCheck.check(next, inUse.get());
        } catch (BrokenDataSet e) {
            refused.incrementAndGet();
            throw e;
        }
        inUse.set(next);
    }
}
