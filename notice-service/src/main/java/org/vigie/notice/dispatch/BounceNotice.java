package org.vigie.notice.dispatch;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.contact.RecordFeedback;
import org.vigie.notice.dispatch.Attempt.Outcome;
import org.vigie.notice.dispatch.NoticeState.Sent;
import org.vigie.notice.message.NoticeKind;
import org.vigie.support.work.Optimistic;

/** A notice that the relay had accepted was not delivered: the addressee's time did not begin with it. */
@Service
public class BounceNotice {

    private static final Logger LOG = LoggerFactory.getLogger(BounceNotice.class);

    private final Notices notices;
    private final TellCases tellCases;
    private final RecordFeedback feedback;

    BounceNotice(Notices notices, TellCases tellCases, RecordFeedback feedback) {
        this.notices = notices;
        this.tellCases = tellCases;
        this.feedback = feedback;
    }

    /**
     * Has the cases go on to the next contact or addressee at once. Said again it changes nothing.
     *
     * @param status enhanced status code (RFC 3463)
     * @param contactsFault whether it speaks against the contact; otherwise it was only not delivered for now
     * @return false if nothing follows of itself, and a person must see to it: the notice is not known as accepted, or
     *     takes something back or answers a dispute
     */
    public boolean bounced(UUID noticeId, String status, boolean contactsFault, Instant at) {
        return Optimistic.change(() -> bounced(notices.find(noticeId).orElseThrow(), status, contactsFault, at));
    }

    private Optional<Boolean> bounced(Notice notice, String status, boolean contactsFault, Instant at) {
        if (!(notice.state() instanceof Sent) || isForAPerson(notice.kind())) {
            return Optional.of(false);
        }
        if (notice.attempts().stream().anyMatch(attempt -> attempt.outcome() == Outcome.BOUNCED)) {
            return Optional.of(true);
        }
        tellCases.bounced(notice, status, at);
        var noticeId = notice.noticeId();
        var providerId = notice.addressee().providerId();
        if (contactsFault) {
            feedback.refused(notice.contactId(), providerId, noticeId, status, at);
        } else {
            feedback.deferred(notice.contactId(), providerId, noticeId + "/bounced");
        }
        return notices.saveState(notice.tried(new Attempt(at, Outcome.BOUNCED, status)))
                .map(stored -> {
                    LOG.atInfo()
                            .addKeyValue("noticeId", noticeId)
                            .addKeyValue("caseIds", stored.caseIds())
                            .addKeyValue("providerId", providerId)
                            .addKeyValue("status", status)
                            .log("notice bounced");
                    return true;
                });
    }

    private static boolean isForAPerson(NoticeKind kind) {
        return kind == NoticeKind.RETRACTION || kind == NoticeKind.DECISION;
    }
}
