package org.vigie.notice.reply;

import java.time.Instant;
import org.springframework.stereotype.Service;
import org.vigie.notice.contact.RecordFeedback;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.removal.ChangeCase;

/** Records that a notice was marked as spam, once for each notice, by contact and in the targeting that counts it. */
@Service
public class RecordComplaint {

    private final ChangeCase changeCase;
    private final RecordFeedback feedback;

    RecordComplaint(ChangeCase changeCase, RecordFeedback feedback) {
        this.changeCase = changeCase;
        this.feedback = feedback;
    }

    /**
     * Counts it with the contact and with what the notice named; twice is once.
     *
     * @param at when the report arrived
     */
    public void about(Notice notice, Instant at) {
        var id = notice.noticeId();
        feedback.complained(notice.contactId(), notice.addressee().providerId(), id);
        notice.caseIds()
                .forEach(caseId ->
                        changeCase.change(caseId, known -> known.byAnswers().complained(id, at)));
    }
}
