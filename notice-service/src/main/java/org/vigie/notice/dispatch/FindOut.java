package org.vigie.notice.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.composition.NoticeQueues;
import org.vigie.notice.dispatch.NoticeState.Unresolved;
import org.vigie.notice.removal.CaseQueue;
import org.vigie.notice.removal.ChangeCase;
import org.vigie.notice.removal.Signed;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.TaskKind;

/**
 * Takes what a person found out of a notice that may or may not have been accepted: its cases wait for nothing else.
 */
@Service
public class FindOut {

    /** Whether what was found out was wanted. */
    public enum Found {
        SETTLED,

        /** It is known, or not yet given up, what became of the notice. */
        NOT_WAITING
    }

    private static final Logger LOG = LoggerFactory.getLogger(FindOut.class);

    private final Notices notices;
    private final ChangeCase changeCase;
    private final OpenTasks tasks;
    private final CaseQueue cases;
    private final NoticeQueues queues;
    private final Clock clock;

    FindOut(
            Notices notices,
            ChangeCase changeCase,
            OpenTasks tasks,
            CaseQueue cases,
            NoticeQueues queues,
            Clock clock) {
        this.notices = notices;
        this.changeCase = changeCase;
        this.tasks = tasks;
        this.cases = cases;
        this.queues = queues;
        this.clock = clock;
    }

    /**
     * The relay took it after all, or never did. The cases are told first, so that a call that broke off can be
     * repeated.
     *
     * @return empty if there is no such notice
     */
    public Optional<Found> say(UUID noticeId, boolean accepted, Signed signed) {
        return notices.find(noticeId).map(notice -> {
            if (!(notice.state() instanceof Unresolved unresolved)) {
                return Found.NOT_WAITING;
            }
            var now = clock.instant();
            notice.items().forEach(item -> {
                changeCase.change(item.caseId(), known -> known.byPeople().foundOut(noticeId, accepted, signed));
                tasks.close(
                        TaskKind.UNCERTAIN_SEND,
                        item.caseId(),
                        noticeId,
                        accepted ? "FOUND_ACCEPTED" : "FOUND_LOST",
                        now);
            });
            return settled(notice, unresolved, accepted, now);
        });
    }

    private Found settled(Notice notice, Unresolved unresolved, boolean accepted, Instant now) {
        var settled = notice.moved(unresolved, one -> accepted ? one.foundAccepted() : one.foundLost(now));
        if (notices.save(settled).isEmpty()) {
            return Found.NOT_WAITING;
        }
        LOG.atInfo()
                .addKeyValue("noticeId", notice.noticeId())
                .addKeyValue("caseIds", notice.caseIds())
                .addKeyValue("accepted", accepted)
                .log("uncertain notice settled by a person");
        queues.send(notice.noticeId(), now);
        notice.items().forEach(item -> cases.lookAt(item.caseId(), now));
        return Found.SETTLED;
    }
}
