package org.vigie.notice.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.notice.composition.NoticeQueues;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.delivery.DeliveryResult.NotNow;
import org.vigie.notice.delivery.SendingRules;
import org.vigie.notice.dispatch.NoticeState.BeingSent;
import org.vigie.notice.dispatch.NoticeState.Failed;
import org.vigie.notice.dispatch.NoticeState.HandedOver;
import org.vigie.notice.dispatch.NoticeState.Sent;
import org.vigie.notice.dispatch.NoticeState.Unresolved;
import org.vigie.notice.dispatch.NoticeState.Unsent;
import org.vigie.notice.dispatch.NoticeState.Withdrawn;
import org.vigie.notice.message.NoticeKind;

/**
 * Stores how far a notice has come, and has done what follows from it. Each answers with the notice as it is stored
 * then, or with nothing if somebody else stored another version meanwhile.
 */
@Component
class KeepNotice {

    private final Notices notices;
    private final FormTasks forms;
    private final TellCases tellCases;
    private final NoticeQueues queues;
    private final Proofs proofs;
    private final AfterAttempt afterAttempt;
    private final Clock clock;

    KeepNotice(
            Notices notices,
            FormTasks forms,
            TellCases tellCases,
            NoticeQueues queues,
            Proofs proofs,
            SendingRules rules,
            Clock clock) {
        this.notices = notices;
        this.forms = forms;
        this.tellCases = tellCases;
        this.queues = queues;
        this.proofs = proofs;
        this.afterAttempt = new AfterAttempt(rules);
        this.clock = clock;
    }

    Optional<Notice> store(Notice notice) {
        return notices.saveState(notice);
    }

    Optional<Notice> keep(Notice notice) {
        forms.follow(notice, notice);
        return store(notice).flatMap(this::followUp);
    }

    /** The process ended between the hand-over and the note of the answer. */
    Optional<Notice> leftBehind(Notice notice, HandedOver left) {
        return keep(afterAttempt.leftBehind(notice, left, left.at()));
    }

    /** What the channel answered is stored; what follows is not done yet. */
    Optional<Notice> attempted(NoticeIn<? extends BeingSent> notice, DeliveryResult result) {
        if (result instanceof NotNow) {
            tellCases.deferred(notice.notice());
        }
        var tried = afterAttempt.of(notice, result, clock.instant());
        forms.follow(tried, tried);
        return store(tried);
    }

    Optional<Notice> followUp(Notice stored) {
        return switch (stored.state()) {
            case Sent sent -> {
                if (!sent.told() && stored.kind() != NoticeKind.TEST) {
                    proofs.accepted(stored, sent.at());
                }
                yield tellCases.tell(stored);
            }
            case Failed _, Unresolved _ -> tellCases.tell(stored);
            case Unsent _, BeingSent _, Withdrawn _ -> {
                stored.state().due().ifPresent(due -> queues.send(stored.noticeId(), due));
                yield Optional.of(stored);
            }
        };
    }

    /** It is taken up again after so long. */
    void later(UUID noticeId, Duration pause) {
        queues.send(noticeId, clock.instant().plus(pause));
    }
}
