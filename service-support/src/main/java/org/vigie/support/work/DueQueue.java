package org.vigie.support.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.vigie.support.time.OneClock;

/**
 * Runs work when it falls due on the one clock. A key stands in the queue once; it is never worked on twice at the same
 * time, and keys that fall due together run in their natural order. What is due is told in process; the store is only
 * read at start and once a minute, for what another process or a crash left behind. A piece of work that fails is
 * logged and comes again after 15 s.
 *
 * @param <K> names a piece of work, such as an aggregate's id
 */
public final class DueQueue<K extends Comparable<K>> implements WorkInProgress, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DueQueue.class);
    private static final Duration RESCAN = Duration.ofMinutes(1);
    /** Once the store is back, what it failed goes on within half a minute. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(15);

    /** Tells the queue of everything that is due or will be. */
    public interface Scan<K> {
        Map<K, Instant> everythingDue();
    }

    private final String name;
    private final OneClock clock;
    private final Scan<K> scan;
    private final Consumer<K> work;
    private final Semaphore slots;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Agenda<K> agenda = new Agenda<>();

    private volatile CountDownLatch stopped = new CountDownLatch(0); // open while the queue is stopped

    /**
     * A queue that starts with its service.
     *
     * @param name for logs
     * @param concurrency how many keys are worked on at a time, at least 1
     */
    public DueQueue(String name, OneClock clock, int concurrency, Scan<K> scan, Consumer<K> work) {
        this.name = name;
        this.clock = clock;
        this.scan = scan;
        this.work = work;
        this.slots = new Semaphore(concurrency);
        clock.onMove(this::wake);
    }

    /** Puts the key in at the instant, instead of where it stood. */
    public void schedule(K key, Instant due) {
        change(() -> agenda.place(key, due));
    }

    /** Takes the key out; work under way goes on. */
    public void cancel(K key) {
        change(() -> agenda.remove(key));
    }

    @Override
    public boolean idle() {
        return read(() -> {
            var first = agenda.first();
            return !agenda.anyRunning() && (first == null || first.due().isAfter(clock.instant()));
        });
    }

    @Override
    public Optional<Instant> nextDue() {
        return read(() -> Optional.ofNullable(agenda.first()).map(Agenda.Entry::due));
    }

    @Override
    public long begun() {
        return read(agenda::begun);
    }

    @Override
    public void start() {
        var stopping = new CountDownLatch(1);
        stopped = stopping;
        rescan();
        Thread.ofVirtual().name(name + "-due").start(this::runDueWork);
        Thread.ofVirtual().name(name + "-rescan").start(() -> rescanUntil(stopping));
    }

    /** All queues of a service wait at the same time. */
    @Override
    public void stop(Runnable callback) {
        Thread.ofVirtual().name(name + "-stop").start(() -> {
            try {
                stop();
            } finally {
                callback.run();
            }
        });
    }

    /** Stops taking work and waits up to 5 s for what is under way; what does not end by then is done again later. */
    @Override
    public void stop() {
        stopped.countDown();
        wake();
        lock.lock();
        try {
            var left = Duration.ofSeconds(5).toNanos();
            while (agenda.anyRunning() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void wake() {
        change(() -> {});
    }

    /** Whoever waits for the agenda looks again. */
    private void change(Runnable move) {
        lock.lock();
        try {
            move.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T> T read(Supplier<T> agendaNow) {
        lock.lock();
        try {
            return agendaNow.get();
        } finally {
            lock.unlock();
        }
    }

    private void runDueWork() {
        try {
            while (isRunning()) {
                slots.acquire();
                var key = takeDue();
                if (key == null) {
                    slots.release();
                    return;
                }
                Thread.ofVirtual().name(name).start(() -> run(key));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a due key that nobody works on; null when the queue stops. */
    private @Nullable K takeDue() throws InterruptedException {
        lock.lock();
        try {
            while (isRunning()) {
                var entry = agenda.first();
                if (entry == null) {
                    changed.await();
                } else if (entry.due().isAfter(clock.instant())) {
                    changed.awaitNanos(clock.realTimeUntil(entry.due()).toNanos());
                } else {
                    agenda.begin(entry.key());
                    return entry.key();
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void run(K key) {
        var failed = true;
        try {
            work.accept(key);
            failed = false;
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("queue", name)
                    .addKeyValue("key", shown(key))
                    .addKeyValue("failure", e.getClass().getName())
                    .log("work failed; retrying in 15 s");
            LOG.atDebug().setCause(e).log("failure");
        } finally {
            ended(key, failed);
            slots.release();
        }
    }

    /** An id names a case or a notice to people; any other key may hold what must not be told. */
    private static Object shown(Object key) {
        return key instanceof UUID ? key : "-";
    }

    private void ended(K key, boolean failed) {
        change(() -> agenda.end(key, failed ? clock.instant().plus(AFTER_FAILURE) : null));
    }

    private void rescanUntil(CountDownLatch stopping) {
        try {
            while (!stopping.await(RESCAN.toMillis(), TimeUnit.MILLISECONDS)) {
                rescan();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void rescan() {
        try {
            var found = scan.everythingDue();
            change(() -> found.forEach(agenda::placeIfAbsent));
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("queue", name)
                    .addKeyValue("failure", e.getClass().getName())
                    .log("store unreadable; scan skipped");
        }
    }
}
