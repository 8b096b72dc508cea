package org.vigie.notice.dispatch;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.notice.composition.NoticeItems;
import org.vigie.notice.composition.NoticeQueues;
import org.vigie.notice.dispatch.NoticeState.Failed;
import org.vigie.notice.dispatch.NoticeState.HandedOver;
import org.vigie.notice.dispatch.NoticeState.Sent;
import org.vigie.notice.dispatch.NoticeState.Uncertain;
import org.vigie.notice.dispatch.NoticeState.Unresolved;
import org.vigie.notice.dispatch.NoticeState.Unsent;
import org.vigie.notice.dispatch.NoticeState.Withdrawn;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.UnsafeNotice;
import org.vigie.notice.oversight.StoppedNotices;
import org.vigie.notice.oversight.Withdrawal;
import org.vigie.notice.oversight.Withdrawal.Answer;
import org.vigie.support.work.Optimistic;

/**
 * Takes a case out of notices that did not leave, by compare-and-set: whoever sends one meanwhile finds it touched and
 * may not complete the hand-over.
 */
@Component
class WithdrawNotices implements StoppedNotices {

    private final Notices notices;
    private final NoticeItems items;
    private final WriteNotice letters;
    private final FormTasks forms;
    private final NoticeQueues queues;
    private final Clock clock;

    WithdrawNotices(
            Notices notices,
            NoticeItems items,
            WriteNotice letters,
            FormTasks forms,
            NoticeQueues queues,
            Clock clock) {
        this.notices = notices;
        this.items = items;
        this.letters = letters;
        this.forms = forms;
        this.queues = queues;
        this.clock = clock;
    }

    @Override
    public List<Withdrawal> withdraw(UUID caseId) {
        return notices.naming(caseId).stream()
                .filter(notice -> notice.kind() != NoticeKind.RETRACTION)
                .map(this::withdrawn)
                .toList();
    }

    private Withdrawal withdrawn(Notice found) {
        return Optimistic.change(() -> {
            var notice = notices.find(found.noticeId()).orElseThrow();
            var touched = notice.state() instanceof Unsent unsent ? touched(notice, unsent) : Optional.of(notice);
            return touched.map(_ -> answer(notice));
        });
    }

    private static Withdrawal answer(Notice notice) {
        return switch (notice.state()) {
            case Unsent _, Withdrawn _ -> answer(notice, didNotLeave(notice));
            case Failed _ -> answer(notice, Answer.PREVENTED);
            case Sent(var at, var _) ->
                new Withdrawal(notice.noticeId(), notice.reference().toString(), Answer.LEFT, at);
            case HandedOver _, Uncertain _, Unresolved _ -> answer(notice, Answer.UNCERTAIN);
        };
    }

    /** As far as we know: whoever had a web form open may have sent it. */
    private static Answer didNotLeave(Notice notice) {
        return notice.isForAForm() ? Answer.UNCERTAIN : Answer.PREVENTED;
    }

    /** Others of a digest still want it: it is rendered anew without the case. */
    private Optional<Notice> touched(Notice notice, Unsent unsent) {
        var now = clock.instant();
        var wanted = items.now(notice.header(), notice.items());
        if (wanted.isEmpty()) {
            return save(notice, notice.moved(unsent, one -> one.withdrawn(now)));
        }
        var saved = save(notice, saying(notice, wanted).moved(unsent, one -> one.anew(now)));
        saved.ifPresent(_ -> queues.send(notice.noticeId(), now));
        return saved;
    }

    private Notice saying(Notice notice, List<NoticeItems.Current> wanted) {
        try {
            var letter = letters.write(notice.header(), wanted);
            return notice.saying(wanted.stream().map(NoticeItems.Current::item).toList(), letter);
        } catch (UnsafeNotice _) {
            // Whoever is still in it: the sender finds the same when the notice falls due, and tells them.
            return notice;
        }
    }

    private Optional<Notice> save(Notice before, Notice after) {
        forms.follow(before, after);
        return notices.save(after);
    }

    private static Withdrawal answer(Notice notice, Answer answer) {
        return new Withdrawal(notice.noticeId(), notice.reference().toString(), answer, null);
    }
}
