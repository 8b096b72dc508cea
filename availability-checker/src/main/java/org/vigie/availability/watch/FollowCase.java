package org.vigie.availability.watch;

import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.LocationSnapshot;

/** Starts, changes and stops watches as cases and their locations say. Hearing the same twice changes nothing. */
@Service
public class FollowCase {

    private final Watches watches;
    private final PlanLooks planLooks;
    private final Locations locations;
    private final Clock clock;

    FollowCase(Watches watches, PlanLooks planLooks, Locations locations, Clock clock) {
        this.watches = watches;
        this.planLooks = planLooks;
        this.locations = locations;
        this.clock = clock;
    }

    /** Takes what a case says of itself. */
    public void caseIs(CaseSnapshot snapshot, int partition) {
        var assignment = Assignment.of(snapshot);
        change(snapshot.caseId(), partition, watch -> watch.assigned(assignment, partition, clock.instant()));
    }

    /**
     * Takes where a case's content lies.
     *
     * @throws org.vigie.support.Refusal if it cannot be opened or is no URL
     */
    public void locationIs(LocationSnapshot snapshot, int partition) {
        locations.check(snapshot.caseId(), snapshot.location());
        var place = new Place(snapshot.version(), snapshot.location());
        change(snapshot.caseId(), partition, watch -> watch.placed(place, partition, clock.instant()));
    }

    private void change(UUID caseId, int partition, UnaryOperator<Watch> move) {
        var before = watches.find(caseId).orElseGet(() -> Watch.over(caseId, partition));
        var after = move.apply(before);
        planLooks.plan(after.equals(before) ? before : watches.save(after));
    }
}
