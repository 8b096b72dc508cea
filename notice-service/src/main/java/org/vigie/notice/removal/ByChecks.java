package org.vigie.notice.removal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.AvailabilitySnapshot.Removal;
import org.vigie.notice.removal.CaseEvent.What;

/**
 * What checks make of a case. A snapshot lists every confirmed removal, so one that never arrived is acted upon with
 * the next.
 */
public record ByChecks(RemovalCase known) {

    /** Takes what availability-checker says; an older snapshot changes nothing. */
    public RemovalCase seen(AvailabilitySnapshot snapshot, Instant now) {
        var before = known.presence();
        if (snapshot.version() <= before.version()) {
            return known;
        }
        var next = known;
        int removed = before.removals();
        int returned = before.reappearances();
        for (int i = returned; i < snapshot.removals().size(); i++) {
            var removal = snapshot.removals().get(i);
            if (i >= removed) {
                next = next.byChecks().gone(removal, snapshot.differences(), now);
                removed++;
            }
            if (removal.reappearedAt() != null) {
                next = next.byChecks().back(Instant.ofEpochMilli(removal.reappearedAt()));
                returned++;
            }
        }
        if (snapshot.presence() != before.state() && snapshot.presence() != AvailabilitySnapshot.Presence.DOWN) {
            next = next.told(CaseEvent.of(now, What.SEEN, snapshot.presence()));
        }
        var presence = Presence.of(snapshot, removed, returned);
        return next.with(next.outcome().with(presence))
                .with(next.history().withAll(news(presence, now)))
                .due(now);
    }

    /** A host that changes its ways with every check is told of once a day. */
    private List<CaseEvent> news(Presence presence, Instant now) {
        var because = presence.undecidedBecause();
        if (because == null || because.equals(known.presence().undecidedBecause())) {
            return List.of();
        }
        var event =
                CaseEvent.of(now, What.CANNOT_BE_SEEN).because("%s: %s".formatted(because, Unseen.inWords(because)));
        var yesterday = now.minus(Duration.ofDays(1));
        return known.history().timeline().stream()
                        .anyMatch(one -> one.at().isAfter(yesterday) && one.saysTheSameAs(event))
                ? List.of()
                : List.of(event);
    }

    private RemovalCase gone(Removal removal, List<String> differences, Instant now) {
        int cycle = known.cycle();
        var what = known.outcome().hasTargetings(cycle) ? What.REMOVED : What.GONE_BEFORE_NOTICE;
        return known.with(known.outcome()
                        .removed(cycle, removal, differences, known.route().hostProvider()))
                .with(known.pursuit().asking(null))
                .wants(known.wants().chain(now))
                .told(CaseEvent.of(now, what).because(removal.removalClass().name()));
    }

    private RemovalCase back(Instant at) {
        return known.with(known.pursuit().reappeared(at))
                .wants(known.wants().chain(at))
                .told(CaseEvent.of(at, What.REAPPEARED));
    }
}
