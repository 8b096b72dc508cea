package org.vigie.availability.watch;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.LocationSnapshot;

/** Starts, changes and stops watches as cases and their locations say. WitnessRules the same twice changes nothing. */
@Service
public class FollowCase {

    private final ChangeWatch changeWatch;
    private final Locations locations;
    private final Clock clock;

    FollowCase(ChangeWatch changeWatch, Locations locations, Clock clock) {
        this.changeWatch = changeWatch;
        this.locations = locations;
        this.clock = clock;
    }

    /** Takes what a case says of itself. */
    public void caseIs(CaseSnapshot snapshot, int partition) {
        var assignment = Assignment.of(snapshot);
        changeWatch.change(
                snapshot.caseId(), partition, watch -> watch.assigned(assignment, partition, clock.instant()));
    }

    /**
     * Takes where a case's content lies.
     *
     * @throws org.vigie.support.Refusal if it cannot be opened or is no URL
     */
    public void locationIs(LocationSnapshot snapshot, int partition) {
        var place = locations.checked(snapshot);
        changeWatch.change(snapshot.caseId(), partition, watch -> watch.placed(place, partition, clock.instant()));
    }
}
