package org.vigie.notice.dispatch;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.notice.composition.Item;
import org.vigie.notice.composition.NoticeItems;
import org.vigie.notice.composition.NoticeQueues;
import org.vigie.notice.delivery.Submission;
import org.vigie.notice.delivery.Submission.Outcome;
import org.vigie.notice.delivery.Submissions;
import org.vigie.notice.dispatch.NoticeState.Claimed;
import org.vigie.notice.dispatch.NoticeState.Failed;
import org.vigie.notice.dispatch.NoticeState.HandedOver;
import org.vigie.notice.dispatch.NoticeState.Pending;
import org.vigie.notice.dispatch.NoticeState.Sent;
import org.vigie.notice.dispatch.NoticeState.Uncertain;
import org.vigie.notice.dispatch.NoticeState.Unresolved;
import org.vigie.notice.dispatch.NoticeState.Withdrawn;
import org.vigie.notice.message.FormAddress;
import org.vigie.notice.oversight.Stops;
import org.vigie.notice.removal.ChangeCase;
import org.vigie.notice.removal.FilledForm;
import org.vigie.notice.removal.Signed;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;

/** Has a person fill in a provider's web form: a task with the text, and the record of what the form answered. */
@Service
public class FillForm {

    private final Notices notices;
    private final Submissions submissions;
    private final OpenTasks tasks;
    private final ChangeCase cases;
    private final NoticeItems items;
    private final Stops stops;
    private final NoticeQueues queues;
    private final Clock clock;

    FillForm(
            Notices notices,
            Submissions submissions,
            OpenTasks tasks,
            ChangeCase cases,
            NoticeItems items,
            Stops stops,
            NoticeQueues queues,
            Clock clock) {
        this.notices = notices;
        this.submissions = submissions;
        this.tasks = tasks;
        this.cases = cases;
        this.items = items;
        this.stops = stops;
        this.queues = queues;
        this.clock = clock;
    }

    /** Has the task open: one for each case and form, in the first case that the notice names. */
    void ask(Notice notice) {
        firstCase(notice)
                .ifPresent(caseId -> tasks.openFor(
                        notice.noticeId(), TaskKind.WEB_FORM, caseId, notice.contactId(), clock.instant()));
    }

    /**
     * Closes the notice's task if nobody is to fill the form in any more. Comes before the notice is stored: if that
     * fails, the task is asked for again.
     *
     * @param after the same notice as it will be stored
     */
    void follow(Notice before, Notice after) {
        if (!FormAddress.is(before.letter().recipient())) {
            return;
        }
        var goesOn = waits(after.state()) ? firstCase(after) : Optional.<UUID>empty();
        firstCase(before)
                .filter(caseId -> !Optional.of(caseId).equals(goesOn))
                .ifPresent(caseId -> close(before, caseId, Task.NOT_NEEDED));
    }

    /** The notice to be filled in, empty if there is none, or nothing of it may be said any more or for now. */
    public Optional<Notice> toFillIn(UUID noticeId) {
        return notices.find(noticeId)
                .filter(notice -> waitsForAPerson(notice)
                        && !stops.now().concerns(notice.addressee().providerId())
                        && items.allStillWanted(notice.noticeId(), notice.items()));
    }

    /**
     * A person filled it in, or could not; recording it again replaces what was recorded before the sender saw it.
     *
     * @return whether the notice waited for it; otherwise nothing is recorded
     */
    public boolean filledIn(UUID noticeId, Outcome outcome, String proof, String by) {
        var found = notices.find(noticeId).filter(FillForm::waitsForAPerson);
        if (found.isEmpty()) {
            return false;
        }
        var now = clock.instant();
        var notice = found.get();
        var signed = new Signed(by, proof, now);
        notice.items()
                .forEach(item -> cases.change(
                        item.caseId(), known -> known.byPeople().formFilledIn(told(notice, outcome, signed))));
        submissions.save(new Submission(noticeId.toString(), outcome, proof, by, now));
        firstCase(notice).ifPresent(caseId -> close(notice, caseId, outcome.name()));
        queues.send(noticeId, now);
        return true;
    }

    /** Whether it is for a web form that nobody recorded to have answered it. */
    static boolean waitsForAPerson(Notice notice) {
        return FormAddress.is(notice.letter().recipient()) && waits(notice.state());
    }

    private static FilledForm told(Notice notice, Outcome outcome, Signed signed) {
        return new FilledForm(
                notice.noticeId(),
                notice.reference().toString(),
                notice.addressee(),
                outcome.name(),
                notice.attempts().size(),
                signed);
    }

    private static Optional<UUID> firstCase(Notice notice) {
        return notice.items().stream().map(Item::caseId).findFirst();
    }

    private void close(Notice notice, UUID caseId, String why) {
        tasks.closeFor(notice.noticeId(), TaskKind.WEB_FORM, caseId, notice.contactId(), why, clock.instant());
    }

    private static boolean waits(NoticeState state) {
        return switch (state) {
            case Pending _, Claimed _, Uncertain _ -> true;
            case HandedOver _, Sent _, Failed _, Unresolved _, Withdrawn _ -> false;
        };
    }
}
