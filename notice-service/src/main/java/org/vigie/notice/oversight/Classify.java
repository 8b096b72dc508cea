package org.vigie.notice.oversight;

import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.vigie.notice.content.Classification;
import org.vigie.notice.content.Content;
import org.vigie.notice.content.ContentQueue;
import org.vigie.notice.content.SameContent;
import org.vigie.notice.removal.CaseQueue;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.ChangeCase;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Signed;
import org.vigie.notice.removal.UnknownCase;

/**
 * Takes an assessor's decision on the content of a case, which is one on that content in every case; the same one again
 * changes nothing.
 */
@Service
public class Classify {

    private final Cases cases;
    private final ChangeCase changeCase;
    private final SameContent contents;
    private final CaseQueue queue;
    private final ContentQueue contentQueue;
    private final Clock clock;

    Classify(
            Cases cases,
            ChangeCase changeCase,
            SameContent contents,
            CaseQueue queue,
            ContentQueue contentQueue,
            Clock clock) {
        this.cases = cases;
        this.changeCase = changeCase;
        this.contents = contents;
        this.queue = queue;
        this.contentQueue = contentQueue;
        this.clock = clock;
    }

    /**
     * Applies the decision here, and soon wherever else the content is: that is stored first, so that a crash in
     * between loses nothing.
     *
     * @throws org.vigie.notice.removal.UnknownCase if there is no such case
     * @throws org.vigie.notice.removal.UnknownContent if the case has no such content unit
     */
    public void decide(UUID caseId, Classification decision) {
        decide(caseId, decision, known -> known.byReports().classified(decision));
    }

    /**
     * Decides a dispute by classifying the content anew.
     *
     * @throws org.vigie.notice.removal.NotAllowed if nothing is disputed, or the same person classified it before
     */
    public void reclassify(UUID caseId, Classification decision, Signed signed) {
        decide(caseId, decision, known -> known.byAnswers().reclassified(decision, signed));
    }

    private void decide(UUID caseId, Classification decision, UnaryOperator<RemovalCase> move) {
        var known = cases.find(caseId).orElseThrow(() -> new UnknownCase(caseId));
        var held = new ArrayList<Content>();
        for (var unit : move.apply(known).contents()) {
            if (unit.token() != null
                    && decision.classificationId().equals(unit.standing().decidedBy())) {
                held.add(contents.hold(unit.token(), unit.standing()));
            }
        }
        changeCase.change(caseId, move);
        queue.lookAt(caseId, clock.instant());
        held.forEach(content -> contentQueue.tell(content.token()));
    }
}
