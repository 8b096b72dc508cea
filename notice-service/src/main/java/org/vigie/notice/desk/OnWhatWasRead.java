package org.vigie.notice.desk;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.springframework.stereotype.Service;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.EditedMeanwhile;
import org.vigie.notice.removal.UnknownCase;

/** Has a decision made on the case that a person read, however often looks and copies store it anew meanwhile. */
@Service
public class OnWhatWasRead {

    private static final int TRIES = 5;

    private final Cases cases;

    OnWhatWasRead(Cases cases) {
        this.cases = cases;
    }

    /**
     * Makes the decision on a version that shows what the person read.
     *
     * @param decision is handed which version it may change
     * @return whether it was made; not if the case stands otherwise by now
     * @throws UnknownCase if there is no such case
     */
    public boolean decide(UUID caseId, AsRead read, Consumer<LongPredicate> decision) {
        for (int tries = 0; tries < TRIES; tries++) {
            var known = cases.find(caseId).orElseThrow(() -> new UnknownCase(caseId));
            if (!read.isStill(known)) {
                return false;
            }
            long version = Objects.requireNonNull(known.version());
            try {
                decision.accept(current -> current == version);
                return true;
            } catch (EditedMeanwhile _) {
                // Stored anew since: perhaps with nothing that anybody is shown.
            }
        }
        return false;
    }
}
