package org.vigie.support.outbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.vigie.support.events.EventPublisher;
import org.vigie.support.time.OneClock;
import org.vigie.support.work.DueQueue;
import org.vigie.support.work.WorkInProgress;

/**
 * Publishes what is behind, one version of an aggregate at a time, and notes it. A crash between the two publishes the
 * same record twice, which its readers do not notice.
 */
public final class Relay implements WorkInProgress, SmartLifecycle {

    private static final int CONCURRENCY = 8;
    private static final int SCAN_LIMIT = 10_000;

    private record Behind(String outbox, String id) implements Comparable<Behind> {
        @Override
        public int compareTo(Behind other) {
            var byOutbox = outbox.compareTo(other.outbox);
            return byOutbox != 0 ? byOutbox : id.compareTo(other.id);
        }
    }

    private final Map<String, Outbox> outboxes;
    private final EventPublisher publisher;
    private final OneClock clock;
    private final DueQueue<Behind> queue;

    Relay(List<Outbox> outboxes, EventPublisher publisher, OneClock clock) {
        this.outboxes = outboxes.stream().collect(Collectors.toUnmodifiableMap(Outbox::name, Function.identity()));
        this.publisher = publisher;
        this.clock = clock;
        this.queue = new DueQueue<>("relay", clock, CONCURRENCY, this::everythingBehind, this::publish);
    }

    /** Tells that an aggregate was stored. Forgetting to tell costs a minute, not the record. */
    public void stored(String outbox, String id) {
        queue.schedule(new Behind(outbox, id), clock.instant());
    }

    private Map<Behind, Instant> everythingBehind() {
        var found = new HashMap<Behind, Instant>();
        var now = clock.instant();
        outboxes.forEach((name, outbox) ->
                outbox.behind(SCAN_LIMIT).forEach(id -> found.put(new Behind(name, id), now)));
        return found;
    }

    private void publish(Behind behind) {
        var outbox = outboxes.get(behind.outbox());
        if (outbox == null) {
            throw new IllegalStateException("no outbox is named " + behind.outbox());
        }
        outbox.publication(behind.id()).ifPresent(publication -> {
            publisher.publish(publication);
            outbox.published(behind.id(), publication.version());
        });
    }

    @Override
    public boolean idle() {
        return queue.idle();
    }

    @Override
    public Optional<Instant> nextDue() {
        return queue.nextDue();
    }

    @Override
    public long begun() {
        return queue.begun();
    }

    @Override
    public void start() {
        queue.start();
    }

    @Override
    public void stop() {
        queue.stop();
    }

    @Override
    public boolean isRunning() {
        return queue.isRunning();
    }
}
