package org.vigie.availability.watch;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Changes a watch as what was heard demands, and plans its next check. */
@Component
class ChangeWatch {

    private static final int TRIES = 5;

    private final Watches watches;
    private final PlanChecks planChecks;

    ChangeWatch(Watches watches, PlanChecks planChecks) {
        this.watches = watches;
        this.planChecks = planChecks;
    }

    /** Reads, changes and stores it; a check that is stored in between only makes it begin again. */
    void change(UUID caseId, int partition, UnaryOperator<Watch> move) {
        for (int attempt = 1; ; attempt++) {
            try {
                var before = watches.find(caseId).orElseGet(() -> Watch.over(caseId, partition));
                var after = move.apply(before);
                planChecks.plan(after.equals(before) ? before : watches.save(after));
                return;
            } catch (StaleWatch e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }
}
