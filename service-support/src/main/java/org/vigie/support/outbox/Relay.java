package org.vigie.support.outbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.vigie.support.events.EventPublisher;
import org.vigie.support.time.OneClock;
import org.vigie.support.work.DueQueue;
import org.vigie.support.work.WorkInProgress;

/**
 * Publishes what is behind, one version of an aggregate at a time, and notes it. What falls behind while others are
 * published goes with the next batch. A crash before it is noted publishes the same records twice, which their readers
 * do not notice.
 */
public final class Relay implements WorkInProgress, SmartLifecycle {

    private static final int SCAN_LIMIT = 10_000;
    private static final int BATCH = 200;

    private final Map<String, Outbox> outboxes;
    private final Map<String, Set<String>> behind;
    private final EventPublisher publisher;
    private final OneClock clock;
    private final DueQueue<String> queue;

    Relay(List<Outbox> outboxes, EventPublisher publisher, OneClock clock) {
        this.outboxes = outboxes.stream().collect(Collectors.toUnmodifiableMap(Outbox::name, Function.identity()));
        this.behind = outboxes.stream()
                .collect(Collectors.toUnmodifiableMap(Outbox::name, _ -> new ConcurrentSkipListSet<>()));
        this.publisher = publisher;
        this.clock = clock;
        this.queue =
                new DueQueue<>("relay", clock, Math.max(1, outboxes.size()), this::everythingBehind, this::publish);
    }

    /** Tells that an aggregate was stored. Forgetting to tell costs a minute, not the record. */
    public void stored(String outbox, String id) {
        behind(outbox).add(id);
        queue.schedule(outbox, clock.instant());
    }

    private Set<String> behind(String outbox) {
        var ids = behind.get(outbox);
        if (ids == null) {
            throw new IllegalStateException("no outbox is named " + outbox);
        }
        return ids;
    }

    private Map<String, Instant> everythingBehind() {
        var now = clock.instant();
        outboxes.forEach((name, outbox) -> behind(name).addAll(outbox.behind(SCAN_LIMIT)));
        return behind.entrySet().stream()
                .filter(outbox -> !outbox.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, _ -> now));
    }

    /** What cannot be published is found again by the next scan; it holds up nothing else. */
    private void publish(String name) {
        var outbox = Objects.requireNonNull(outboxes.get(name));
        var all = behind(name);
        RuntimeException failure = null;
        while (!all.isEmpty() && isRunning()) {
            var ids = all.stream().limit(BATCH).toList();
            // Before they are read: what is stored from here on is told again.
            ids.forEach(all::remove);
            try {
                publish(outbox, ids);
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void publish(Outbox outbox, List<String> ids) {
        Map<String, Publication> publications;
        try {
            publications = outbox.publications(ids);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            publishApart(outbox, ids, e);
            return;
        }
        send(outbox, publications);
    }

    /** One of them cannot be read. */
    private void publishApart(Outbox outbox, List<String> ids, RuntimeException failure) {
        if (ids.size() > 1) {
            for (var half : List.of(ids.subList(0, ids.size() / 2), ids.subList(ids.size() / 2, ids.size()))) {
                try {
                    publish(outbox, half);
                } catch (RuntimeException e) {
                    failure.addSuppressed(e);
                }
            }
        }
        throw failure;
    }

    private void send(Outbox outbox, Map<String, Publication> publications) {
        var sent = new HashMap<String, CompletableFuture<Void>>();
        publications.forEach((id, publication) -> sent.put(id, handed(publication)));
        var taken = new HashMap<String, Long>();
        RuntimeException failure = null;
        for (var each : sent.entrySet()) {
            try {
                each.getValue().join();
                taken.put(
                        each.getKey(),
                        Objects.requireNonNull(publications.get(each.getKey())).version());
            } catch (CompletionException e) {
                failure = e;
            }
        }
        if (!taken.isEmpty()) {
            outbox.published(taken);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private CompletableFuture<Void> handed(Publication publication) {
        try {
            return publisher.hand(publication);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
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
