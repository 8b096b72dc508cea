package org.vigie.notice.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.notice.dispatch.NoticeState.Claimed;
import org.vigie.notice.dispatch.NoticeState.Failed;
import org.vigie.notice.dispatch.NoticeState.HandedOver;
import org.vigie.notice.dispatch.NoticeState.Sent;
import org.vigie.notice.dispatch.NoticeState.Uncertain;
import org.vigie.notice.dispatch.NoticeState.Unresolved;
import org.vigie.notice.dispatch.NoticeState.Unsent;
import org.vigie.notice.dispatch.NoticeState.Withdrawn;

/**
 * Takes a notice on its way one step further: claimed, handed over, sent. It can be accepted twice only if the process
 * or the connection dies between the final dot and the note of the relay's answer; then it is uncertain, rests, and is
 * sent once more byte for byte.
 */
@Service
public class SendNotice {

    /** Between two glances at whether the stop was lifted, or the chain or the check that is missing is there. */
    private static final Duration BETWEEN_GLANCES = Duration.ofMinutes(1);

    private final Notices notices;
    private final RenewNotice renew;
    private final DeliverNotice deliver;
    private final KeepNotice keep;
    private final MayLeave mayLeave;
    private final Clock clock;

    SendNotice(
            Notices notices,
            RenewNotice renew,
            DeliverNotice deliver,
            KeepNotice keep,
            MayLeave mayLeave,
            Clock clock) {
        this.notices = notices;
        this.renew = renew;
        this.deliver = deliver;
        this.keep = keep;
        this.mayLeave = mayLeave;
        this.clock = clock;
    }

    /** Does what is due about the notice; nothing if it was done. */
    public void send(UUID noticeId) {
        notices.find(noticeId).ifPresent(notice -> {
            if (send(notice).isEmpty()) {
                // Someone else has it, or it was touched or stopped meanwhile: what is stored decides.
                keep.later(noticeId, NoticeState.LEFT_BEHIND);
            }
        });
    }

    /** What was handed over before is settled whatever is stopped. */
    private Optional<Notice> send(Notice notice) {
        var isToLeave = notice.state().isToLeave();
        if (isToLeave && mayLeave.isOff()) {
            return Optional.of(notice);
        }
        if (isToLeave && mayLeave.isStopped(notice)) {
            keep.later(notice.noticeId(), BETWEEN_GLANCES);
            return Optional.of(notice);
        }
        var now = clock.instant();
        return switch (notice.state()) {
            case Unsent unsent -> first(new NoticeIn<>(notice, unsent).moved(one -> one.claimed(now)));
            case HandedOver left -> keep.leftBehind(notice, left);
            case Uncertain uncertain -> onceMore(new NoticeIn<>(notice, uncertain));
            case Sent _, Failed _, Unresolved _ -> keep.followUp(notice);
            case Withdrawn _ -> Optional.of(notice);
        };
    }

    private Optional<Notice> first(NoticeIn<Claimed> claimed) {
        return keep.store(claimed.notice()).flatMap(stored -> taken(claimed.as(stored)));
    }

    private Optional<Notice> taken(NoticeIn<Claimed> taken) {
        var cases = renew.cases(taken.notice());
        if (renew.waitsForOthers(taken.notice(), cases)) {
            var again = clock.instant().plus(BETWEEN_GLANCES);
            return keep.keep(taken.moved(one -> one.waiting(again)).notice());
        }
        return renew.upToDate(taken, cases)
                .flatMap(now -> now.state() instanceof Claimed still
                        ? deliver.deliver(new NoticeIn<>(now, still))
                        : Optional.of(now));
    }

    private Optional<Notice> onceMore(NoticeIn<Uncertain> uncertain) {
        if (renew.isStillWanted(uncertain.notice())) {
            return deliver.deliver(uncertain);
        }
        var rests = keep.keep(uncertain.moved(Uncertain::unresolved).notice());
        rests.ifPresent(renew::dropUnwanted);
        return rests;
    }
}
