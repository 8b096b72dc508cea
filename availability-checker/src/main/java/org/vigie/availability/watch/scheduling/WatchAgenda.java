package org.vigie.availability.watch.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.vigie.availability.watch.Agenda;
import org.vigie.support.work.DueQueue;

/** Plans checks in a due queue, for the partitions this process was given. */
@Component
class WatchAgenda implements Agenda {

    private final Planned planned;
    private final ObjectProvider<DueQueue<UUID>> checks;
    private final ObjectProvider<Watermarks> watermarks;
    private final Clock clock;

    WatchAgenda(
            Planned planned,
            ObjectProvider<DueQueue<UUID>> checks,
            ObjectProvider<Watermarks> watermarks,
            Clock clock) {
        this.planned = planned;
        this.checks = checks;
        this.watermarks = watermarks;
        this.clock = clock;
    }

    @Override
    public void plan(UUID caseId, int partition, Instant due) {
        if (planned.put(caseId, partition, due)) {
            checks.getObject().schedule(caseId, due);
        }
    }

    /** What is due stands in the queue in the order of its instants: this one is given an older one than any. */
    @Override
    public void planFirst(UUID caseId, int partition, Instant due) {
        if (planned.put(caseId, partition, due)) {
            checks.getObject().schedule(caseId, due.isAfter(clock.instant()) ? due : Instant.EPOCH);
        }
    }

    @Override
    public void drop(UUID caseId, int partition) {
        planned.remove(caseId, partition);
        checks.getObject().cancel(caseId);
    }

    @Override
    public void postpone(UUID caseId, Instant until) {
        checks.getObject().schedule(caseId, until);
    }

    @Override
    public void own(Collection<Integer> partitions) {
        planned.own(partitions);
        partitions.forEach(watermarks.getObject()::taken);
    }

    @Override
    public Collection<UUID> giveUp(Collection<Integer> partitions) {
        var dropped = new ArrayList<UUID>();
        for (var partition : partitions) {
            dropped.addAll(planned.disown(partition));
            watermarks.getObject().givenUp(partition);
        }
        dropped.forEach(checks.getObject()::cancel);
        return dropped;
    }

    @Override
    public void made(int partition) {
        watermarks.getObject().checkMade(partition);
    }
}
