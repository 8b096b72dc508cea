package org.vigie.availability.watch.scheduling;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.vigie.availability.watch.Agenda;
import org.vigie.availability.watch.Watches;
import org.vigie.support.work.DueQueue;

/** Plans looks in a due queue, for the partitions this process was given. */
@Component
class WatchAgenda implements Agenda {

    private final Planned planned;
    private final Watches watches;
    private final ObjectProvider<DueQueue<UUID>> looks;
    private final ObjectProvider<Watermarks> watermarks;

    WatchAgenda(
            Planned planned,
            Watches watches,
            ObjectProvider<DueQueue<UUID>> looks,
            ObjectProvider<Watermarks> watermarks) {
        this.planned = planned;
        this.watches = watches;
        this.looks = looks;
        this.watermarks = watermarks;
    }

    @Override
    public void plan(UUID caseId, int partition, Instant due) {
        if (planned.put(caseId, partition, due)) {
            looks.getObject().schedule(caseId, due);
        }
    }

    @Override
    public void drop(UUID caseId, int partition) {
        planned.remove(caseId, partition);
        looks.getObject().cancel(caseId);
    }

    @Override
    public void take(Collection<Integer> partitions) {
        planned.own(partitions);
        for (var watch : watches.due(partitions)) {
            var due = watch.due();
            if (due != null) {
                plan(watch.caseId(), watch.partition(), due);
            }
        }
        partitions.forEach(watermarks.getObject()::taken);
    }

    @Override
    public void giveUp(Collection<Integer> partitions) {
        for (var partition : partitions) {
            planned.disown(partition).forEach(looks.getObject()::cancel);
            watermarks.getObject().givenUp(partition);
        }
    }

    @Override
    public void made(int partition) {
        watermarks.getObject().lookMade(partition);
    }
}
