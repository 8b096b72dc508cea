package org.vigie.availability.watch;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.vigie.support.work.Optimistic;

/** Changes a watch as what was heard demands, and plans its next check. */
@Component
class ChangeWatch {

    private final Watches watches;
    private final PlanChecks planChecks;

    ChangeWatch(Watches watches, PlanChecks planChecks) {
        this.watches = watches;
        this.planChecks = planChecks;
    }

    /**
     * Changes and stores it; it is read only if this process has it not at hand or not as it is stored. A check that is
     * stored in between only makes it begin again.
     */
    void change(UUID caseId, int partition, UnaryOperator<Watch> move) {
        planChecks.plan(Optimistic.moveLast(
                watches.atHand(caseId),
                () -> watches.find(caseId).orElseGet(() -> Watch.over(caseId, partition)),
                move,
                watches::save));
    }
}
