package org.vigie.availability.watch;

import java.util.Collection;
import org.springframework.stereotype.Service;

/** Puts due checks on the agenda, and lets the hosts' pacing know who is coming. */
@Service
public class PlanChecks {

    private final Watches watches;
    private final Locations locations;
    private final Agenda agenda;
    private final HostPacing pacing;

    PlanChecks(Watches watches, Locations locations, Agenda agenda, HostPacing pacing) {
        this.watches = watches;
        this.locations = locations;
        this.agenda = agenda;
        this.pacing = pacing;
    }

    /** From now on this process checks the watches of these partitions, too. */
    public void take(Collection<Integer> partitions) {
        agenda.own(partitions);
        watches.due(partitions).forEach(this::plan);
    }

    /** Another instance checks the watches of these partitions from now on. */
    public void giveUp(Collection<Integer> partitions) {
        agenda.giveUp(partitions).forEach(pacing::forget);
    }

    /** Plans the watch's next check, or none if none is due. */
    void plan(Watch watch) {
        var due = watch.due();
        if (due == null || !watch.isActive()) {
            pacing.forget(watch.caseId());
            agenda.drop(watch.caseId(), watch.partition());
            return;
        }
        var wanted = watch.isCheckWanted();
        pacing.expect(locations.open(watch).url().hostWithoutDot(), watch.caseId(), wanted, due);
        if (wanted) {
            agenda.planFirst(watch.caseId(), watch.partition(), due);
        } else {
            agenda.plan(watch.caseId(), watch.partition(), due);
        }
    }
}
