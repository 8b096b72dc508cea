package org.vigie.notice.classification;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.notice.removal.CaseQueue;
import org.vigie.notice.removal.ChangeCase;
import org.vigie.notice.removal.Decision;

/** Takes an assessor's decision on the content of a case; the same one again changes nothing. */
@Service
public class Classify {

    private final ChangeCase changeCase;
    private final CaseQueue queue;
    private final Clock clock;

    Classify(ChangeCase changeCase, CaseQueue queue, Clock clock) {
        this.changeCase = changeCase;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Applies the decision.
     *
     * @throws org.vigie.notice.removal.UnknownCase if there is no such case
     * @throws org.vigie.notice.removal.UnknownContent if the case has no such content unit
     */
    public void decide(UUID caseId, Decision decision) {
        changeCase.change(caseId, known -> known.decided(decision));
        queue.lookAt(caseId, clock.instant());
    }
}
