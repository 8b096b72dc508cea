package org.vigie.notice.dispatch;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.notice.composition.NoticeItems;
import org.vigie.notice.delivery.Submission;
import org.vigie.notice.delivery.Submission.Outcome;
import org.vigie.notice.delivery.Submissions;
import org.vigie.notice.removal.ChangeCase;
import org.vigie.notice.removal.FilledForm;
import org.vigie.notice.removal.Signed;

/** Has a person fill in a provider's web form, and takes the record of what the form answered. */
@Service
public class FillForm {

    private final Notices notices;
    private final Submissions submissions;
    private final FormTasks tasks;
    private final ChangeCase cases;
    private final NoticeItems items;
    private final MayLeave mayLeave;
    private final KeepNotice keep;

    FillForm(
            Notices notices,
            Submissions submissions,
            FormTasks tasks,
            ChangeCase cases,
            NoticeItems items,
            MayLeave mayLeave,
            KeepNotice keep) {
        this.notices = notices;
        this.submissions = submissions;
        this.tasks = tasks;
        this.cases = cases;
        this.items = items;
        this.mayLeave = mayLeave;
        this.keep = keep;
    }

    /** The notice to be filled in, empty if there is none, or nothing of it may be said any more or for now. */
    public Optional<Notice> toFillIn(UUID noticeId) {
        return notices.find(noticeId)
                .filter(notice -> waitsForAPerson(notice)
                        && !mayLeave.isStopped(notice)
                        && items.allStillWanted(notice.noticeId(), notice.items()));
    }

    /**
     * A person filled it in, or could not; recording it again replaces what was recorded before the sender saw it.
     *
     * @return whether the notice waited for it; otherwise nothing is recorded
     */
    public boolean filledIn(UUID noticeId, Outcome outcome, Signed proof) {
        var found = notices.find(noticeId).filter(FillForm::waitsForAPerson);
        found.ifPresent(notice -> {
            var form = new FilledForm(
                    noticeId,
                    notice.reference().toString(),
                    notice.addressee(),
                    outcome.name(),
                    notice.attempts().size(),
                    proof);
            notice.items()
                    .forEach(item -> cases.change(
                            item.caseId(), known -> known.byPeople().formFilledIn(form)));
            submissions.save(new Submission(noticeId.toString(), outcome, proof.why(), proof.who(), proof.at()));
            tasks.done(notice, outcome.name());
            keep.later(noticeId, Duration.ZERO);
        });
        return found.isPresent();
    }

    /** Whether it is for a web form that nobody recorded to have answered it. */
    static boolean waitsForAPerson(Notice notice) {
        return notice.isForAForm() && notice.state().isToLeave();
    }
}
