package org.vigie.notice.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.notice.reference.RecentIds;

/**
 * What happened in a case.
 *
 * @param timeline every event, in the order in which the case took them
 * @param applied reports applied lately, and what people did
 */
public record History(List<CaseEvent> timeline, RecentIds applied) {

    static final History EMPTY = new History(List.of(), RecentIds.NONE);

    public History {
        timeline = List.copyOf(timeline);
    }

    boolean has(Object id) {
        return applied.contains(id.toString());
    }

    /** What has the id is not applied again. */
    History applying(Object id) {
        return new History(timeline, applied.with(id.toString()));
    }

    /** When that happened last, empty if it never did. */
    Optional<Instant> last(CaseEvent.What what) {
        return timeline.reversed().stream()
                .filter(one -> one.kind().what() == what)
                .map(CaseEvent::at)
                .findFirst();
    }

    History with(CaseEvent event) {
        return withAll(List.of(event));
    }

    History withAll(List<CaseEvent> events) {
        var all = new ArrayList<>(timeline);
        all.addAll(events);
        return new History(all, applied);
    }

    /** With the event, unless one says the same. */
    History withOnce(CaseEvent event) {
        return timeline.stream().anyMatch(one -> one.saysTheSameAs(event)) ? this : with(event);
    }
}
