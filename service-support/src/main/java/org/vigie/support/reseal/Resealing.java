package org.vigie.support.reseal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.meters.Readings;

/** Seals anew in the background, when a keyset was rotated and everybody has had time to read it again. */
final class Resealing implements SmartLifecycle, MeterSource {

    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final ResealingPass pass;
    private final Duration settling;
    private volatile @Nullable CountDownLatch stopping;
    private @Nullable Thread thread;

    /** @param settling in real time: longer than any process of the service takes to read a rotated keyset */
    Resealing(ResealingPass pass, Duration settling) {
        this.pass = pass;
        this.settling = settling;
    }

    @Override
    public void start() {
        var stop = new CountDownLatch(1);
        stopping = stop;
        thread = Thread.ofVirtual().name("reseal").start(() -> work(stop));
    }

    private void work(CountDownLatch stop) {
        var keys = "";
        var since = System.nanoTime();
        try {
            while (!stop.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                var now = pass.keys();
                if (!now.equals(keys)) {
                    keys = now;
                    since = System.nanoTime();
                }
                if (System.nanoTime() - since >= settling.toNanos()) {
                    steps(stop);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void steps(CountDownLatch stop) {
        try {
            while (stop.getCount() > 0 && pass.step()) {
                // the next portion
            }
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("failure", e.getClass().getName())
                    .log("sealing anew stopped; it goes on in some seconds");
        }
    }

    @Override
    public void measure(Readings into) {
        var state = pass.state();
        if (state != null) {
            into.gauge(
                    "vigie_resealed_ratio",
                    "Share of the stored documents looked at since the keysets changed; 1 when nothing is sealed with"
                            + " an older key.",
                    state.share());
        }
    }

    /** Waits for the portion that is being looked at. */
    @Override
    public void stop() {
        var stop = stopping;
        var working = thread;
        stopping = null;
        if (stop != null && working != null) {
            stop.countDown();
            try {
                working.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return stopping != null;
    }
}
