package org.vigie.availability.watch;

import java.util.Collection;
import org.springframework.stereotype.Service;

/** Puts due looks on the agenda, and lets the hosts' manners know who is coming. */
@Service
public class PlanLooks {

    private final Watches watches;
    private final Locations locations;
    private final Agenda agenda;
    private final Manners manners;

    PlanLooks(Watches watches, Locations locations, Agenda agenda, Manners manners) {
        this.watches = watches;
        this.locations = locations;
        this.agenda = agenda;
        this.manners = manners;
    }

    /** From now on this process looks at the watches of these partitions, too. */
    public void take(Collection<Integer> partitions) {
        agenda.own(partitions);
        watches.due(partitions).forEach(this::plan);
    }

    /** From now on somebody else looks at the watches of these partitions. */
    public void giveUp(Collection<Integer> partitions) {
        agenda.giveUp(partitions).forEach(manners::forget);
    }

    /** Plans the watch's next look, or none if none is due. */
    void plan(Watch watch) {
        var due = watch.due();
        if (due == null || !watch.isActive()) {
            manners.forget(watch.caseId());
            agenda.drop(watch.caseId(), watch.partition());
            return;
        }
        var wanted = watch.isLookWanted();
        manners.expect(locations.open(watch).url().hostWithoutDot(), watch.caseId(), wanted, due);
        if (wanted) {
            agenda.planFirst(watch.caseId(), watch.partition(), due);
        } else {
            agenda.plan(watch.caseId(), watch.partition(), due);
        }
    }
}
