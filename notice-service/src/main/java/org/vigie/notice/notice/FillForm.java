package org.vigie.notice.notice;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.notice.delivery.Submission;
import org.vigie.notice.delivery.Submission.Outcome;
import org.vigie.notice.delivery.Submissions;
import org.vigie.notice.identity.NameBasedIds;
import org.vigie.notice.message.FormAddress;
import org.vigie.notice.notice.NoticeState.Claimed;
import org.vigie.notice.notice.NoticeState.Failed;
import org.vigie.notice.notice.NoticeState.HandedOver;
import org.vigie.notice.notice.NoticeState.Pending;
import org.vigie.notice.notice.NoticeState.Sent;
import org.vigie.notice.notice.NoticeState.Uncertain;
import org.vigie.notice.notice.NoticeState.Unresolved;
import org.vigie.notice.notice.NoticeState.Withdrawn;
import org.vigie.notice.stop.Stops;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.TaskKind;

/** Has a person fill in a provider's web form: a task with the text, and the record of what the form answered. */
@Service
public class FillForm {

    private final Notices notices;
    private final Submissions submissions;
    private final OpenTasks tasks;
    private final NoticeItems items;
    private final Stops stops;
    private final NoticeQueues queues;
    private final Clock clock;

    FillForm(
            Notices notices,
            Submissions submissions,
            OpenTasks tasks,
            NoticeItems items,
            Stops stops,
            NoticeQueues queues,
            Clock clock) {
        this.notices = notices;
        this.submissions = submissions;
        this.tasks = tasks;
        this.items = items;
        this.stops = stops;
        this.queues = queues;
        this.clock = clock;
    }

    /** Opens the notice's task, unless it is there and open. */
    void ask(Notice notice) {
        if (!notice.items().isEmpty()) {
            var caseId = notice.items().getFirst().caseId();
            tasks.openAgain(taskId(notice.noticeId()), TaskKind.WEB_FORM, caseId, clock.instant());
        }
    }

    /** The notice to be filled in, empty if there is none, or nothing of it may be said any more or for now. */
    public Optional<Notice> toFillIn(UUID noticeId) {
        return notices.find(noticeId)
                .filter(notice -> FormAddress.is(notice.letter().recipient()))
                .filter(notice -> waits(notice.state())
                        && !stops.now().concerns(notice.addressee().providerId())
                        && items.allStillWanted(notice));
    }

    /**
     * A person filled it in, or could not; recording it again replaces what was recorded before the sender saw it.
     *
     * @return whether the notice waited for it; otherwise nothing is recorded
     */
    public boolean filledIn(UUID noticeId, Outcome outcome, String proof, String by) {
        var found = notices.find(noticeId)
                .filter(notice -> FormAddress.is(notice.letter().recipient()) && waits(notice.state()));
        if (found.isEmpty()) {
            return false;
        }
        var now = clock.instant();
        submissions.save(new Submission(noticeId.toString(), outcome, proof, by, now));
        close(noticeId, outcome.name());
        queues.send(noticeId, now);
        return true;
    }

    /** The task needs nobody any more. */
    void close(UUID noticeId, String why) {
        tasks.close(taskId(noticeId), why, clock.instant());
    }

    private static boolean waits(NoticeState state) {
        return switch (state) {
            case Pending _, Claimed _, Uncertain _ -> true;
            case HandedOver _, Sent _, Failed _, Unresolved _, Withdrawn _ -> false;
        };
    }

    private static UUID taskId(UUID noticeId) {
        return NameBasedIds.of("task", TaskKind.WEB_FORM, noticeId);
    }
}
