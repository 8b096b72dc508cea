package org.vigie.availability.watch.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.vigie.events.Topics;
import org.vigie.events.availability.Watermark;
import org.vigie.support.outbox.Announcement;
import org.vigie.support.outbox.Publication;
import org.vigie.support.work.DueQueue;

/**
 * Says up to when the checks of each partition were made: after checks, at most so often, and on quiet so often too. It
 * follows from what is planned, so nothing of it is stored.
 */
final class Watermarks {

    private static final String TYPE = "org.vigie.availability.checked.v1";

    private final Planned planned;
    private final Consumer<Publication> publisher;
    private final Clock clock;
    private final Duration atMostEvery;
    private final Duration onQuiet;
    private final Map<Integer, Instant> published = new ConcurrentHashMap<>();
    private final Map<Integer, Instant> next = new ConcurrentHashMap<>();
    private final DueQueue<Integer> queue;

    /** What makes the queue in which the work of publishing stands. */
    interface QueueOf {
        DueQueue<Integer> queue(DueQueue.Scan<Integer> scan, Consumer<Integer> work);
    }

    Watermarks(
            Planned planned,
            Consumer<Publication> publisher,
            Clock clock,
            Duration atMostEvery,
            Duration onQuiet,
            QueueOf queueOf) {
        this.planned = planned;
        this.publisher = publisher;
        this.clock = clock;
        this.atMostEvery = atMostEvery;
        this.onQuiet = onQuiet;
        this.queue = queueOf.queue(Map::of, this::publish);
    }

    DueQueue<Integer> queue() {
        return queue;
    }

    void taken(int partition) {
        schedule(partition, clock.instant());
    }

    void givenUp(int partition) {
        next.remove(partition);
        queue.cancel(partition);
    }

    void checkMade(int partition) {
        var last = published.getOrDefault(partition, Instant.MIN);
        var now = clock.instant();
        var due = last.equals(Instant.MIN) ? now : last.plus(atMostEvery);
        var planned = next.getOrDefault(partition, Instant.MAX);
        if (due.isBefore(planned)) {
            schedule(partition, due);
        }
    }

    private void schedule(int partition, Instant due) {
        next.put(partition, due);
        queue.schedule(partition, due);
    }

    private void publish(int partition) {
        if (!planned.owned().contains(partition)) {
            return;
        }
        var now = clock.instant();
        var upTo = planned.doneUpTo(partition, now);
        if (upTo.isAfter(published.getOrDefault(partition, Instant.MIN))) {
            var watermark = new Watermark(partition, upTo.toEpochMilli());
            var key = Integer.toString(partition);
            publisher.accept(
                    Publication.of(watermark.version(), Announcement.of(Topics.WATERMARKS, key, TYPE, watermark)));
            published.put(partition, upTo);
        }
        schedule(partition, now.plus(onQuiet));
    }
}
