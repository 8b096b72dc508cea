package org.vigie.registry.dataset;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The edition of a data set in use. A broken one leaves the previous one in place and is counted.
 *
 * @param <T> what the data set is read into
 */
public final class Current<T> implements DataSet.InUse {

    private static final Logger LOG = LoggerFactory.getLogger(Current.class);

    /** Where a newer edition may turn up. */
    @FunctionalInterface
    public interface Newer<T> {

        /**
         * An edition that was not given before, absent if there is none; looking must be cheap.
         *
         * @throws BrokenDataSet if there is one that cannot be read; the next call does not say so again
         */
        Optional<T> look();
    }

    /** Whether an edition may take the place of the one in use. */
    @FunctionalInterface
    public interface Check<T> {

        /**
         * Refuses what is not plausible.
         *
         * @throws BrokenDataSet if it should not be used
         */
        void check(T next, T before);
    }

    private final AtomicReference<T> inUse;
    private final AtomicLong refused = new AtomicLong();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Newer<T> newer;
    private final Check<T> check;
    private final Function<T, DataSet> description;

    public Current(T first, Newer<T> newer, Check<T> check, Function<T, DataSet> description) {
        this.inUse = new AtomicReference<>(first);
        this.newer = newer;
        this.check = check;
        this.description = description;
    }

    /** Tells of every newer edition that is taken up, on the thread that met it. */
    public void onRenewed(Runnable listener) {
        listeners.add(listener);
    }

    /** The edition in use, a newer one if there is one and it is good. */
    public T get() {
        try {
            newer.look().ifPresent(this::replace);
        } catch (BrokenDataSet e) {
            refused.incrementAndGet();
            var kept = describe(inUse.get());
            LOG.atError()
                    .addKeyValue("set", kept.name())
                    .addKeyValue("reason", e.getMessage())
                    .addKeyValue("inUse", kept.edition().version())
                    .log("newer data set rejected; the one in use stays");
        }
        return inUse.get();
    }

    @Override
    public DataSet now() {
        return describe(get());
    }

    @Override
    public long refused() {
        return refused.get();
    }

    /**
     * Whether an edition may take the place of the one in use.
     *
     * @throws BrokenDataSet if it should not be used
     */
    public void check(T next) {
        check.check(next, get());
    }

    /** What can be said of an edition. */
    public DataSet describe(T edition) {
        return description.apply(edition);
    }

    private void replace(T next) {
        check.check(next, inUse.get());
        inUse.set(next);
        var taken = describe(next);
        LOG.atInfo()
                .addKeyValue("set", taken.name())
                .addKeyValue("version", taken.edition().version())
                .addKeyValue("rows", taken.rows())
                .log("data set loaded");
        listeners.forEach(Runnable::run);
    }
}
