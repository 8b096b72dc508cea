package org.vigie.registry.dataset;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table in use. A broken one leaves the previous one in place and is counted. */
public final class CurrentAsTable {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentAsTable.class);

    /** Where a newer table may turn up. */
    @FunctionalInterface
    public interface Newer {

        /**
         * A table that was not given before, absent if there is none; looking must be cheap.
         *
         * @throws BrokenDataSet if there is one that cannot be read; the next call does not say so again
         */
        Optional<AsTable> look();
    }

    private final AtomicReference<AsTable> inUse;
    private final AtomicLong refused = new AtomicLong();
    private final Newer newer;

    public CurrentAsTable(AsTable first, Newer newer) {
        this.inUse = new AtomicReference<>(first);
        this.newer = newer;
    }

    /** The table in use, a newer one if there is one and it is good. */
    public AsTable get() {
        try {
            newer.look().ifPresent(this::replace);
        } catch (BrokenDataSet e) {
            refused.incrementAndGet();
            LOG.atError()
                    .addKeyValue("reason", e.getMessage())
                    .addKeyValue("in_use", inUse.get().version())
                    .log("A newer AS table is refused; the one in use stays");
        }
        return inUse.get();
    }

    /** How many tables were refused since the start. */
    public long refused() {
        return refused.get();
    }

    private void replace(AsTable next) {
        AsTableCheck.check(next, inUse.get());
        inUse.set(next);
        LOG.atInfo()
                .addKeyValue("version", next.version())
                .addKeyValue("ranges", next.size())
                .log("AS table loaded");
    }
}
