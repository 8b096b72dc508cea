package org.vigie.availability.probe.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The end of one question in real time, enforced by closing the socket it waits on: a timeout per read is defeated by a
 * server that sends a byte now and then.
 */
final class Deadline implements Closeable {

    private static final ScheduledThreadPoolExecutor ALARMS = alarms();

    private final long endsAt;
    private final AtomicReference<@Nullable Socket> watched = new AtomicReference<>();
    private final Runnable cancel;
    private volatile boolean passed;

    private Deadline(Duration total) {
        this.endsAt = System.nanoTime() + total.toNanos();
        var alarm = ALARMS.schedule(this::pass, total.toNanos(), TimeUnit.NANOSECONDS);
        this.cancel = () -> alarm.cancel(false);
    }

    /** Runs from now. */
    static Deadline in(Duration total) {
        return new Deadline(total);
    }

    /** Closes this socket at the end; the one watched before is forgotten. */
    void watch(Socket socket) {
        watched.set(socket);
        if (passed) {
            closeQuietly(socket);
        }
    }

    boolean passed() {
        return passed;
    }

    /** What is left; nothing or less once it has passed. */
    Duration left() {
        return Duration.ofNanos(endsAt - System.nanoTime());
    }

    /** What is left, at most as long as the step may take by itself, at least a millisecond. */
    Duration leftAtMost(Duration step) {
        var left = Duration.ofNanos(Math.max(endsAt - System.nanoTime(), 1_000_000));
        return left.compareTo(step) < 0 ? left : step;
    }

    /** Waits for that long; false if the deadline comes first or the thread is interrupted. */
    boolean pause(Duration moment) {
        if (left().compareTo(moment) <= 0) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(moment.toNanos());
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        cancel.run();
    }

    private void pass() {
        passed = true;
        var socket = watched.get();
        if (socket != null) {
            closeQuietly(socket);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is closed, one way or the other.
        }
    }

    private static ScheduledThreadPoolExecutor alarms() {
        var alarms = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("probe-deadlines").factory());
        alarms.setRemoveOnCancelPolicy(true);
        return alarms;
    }
}
