package org.vigie.notice.escalation;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.vigie.notice.dispatch.ComposeNotice;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.NoticeState;
import org.vigie.notice.dispatch.NoticeState.Sent;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.dispatch.SendNotice;
import org.vigie.testing.MutableClock;

/** Makes and sends notices when they are due, which time moves on for. */
final class OutgoingMail {

    private final MutableClock clock;
    private final DueWork work;
    private final ComposeNotice compose;
    private final SendNotice send;
    private final Notices notices;

    OutgoingMail(InMemoryService service) {
        clock = service.get(MutableClock.class);
        work = service.get(DueWork.class);
        compose = service.get(ComposeNotice.class);
        send = service.get(SendNotice.class);
        notices = service.get(Notices.class);
    }

    /** What waits for looks waits in vain. */
    void compose() {
        for (var gathered = work.takeGatherings(); !gathered.isEmpty(); gathered = work.takeGatherings()) {
            gathered.forEach((key, due) -> {
                until(due);
                compose.compose(key);
            });
        }
    }

    /** Which notices were taken up. */
    Set<UUID> send() {
        var due = work.takeNotices();
        due.forEach((noticeId, at) -> {
            until(at);
            send.send(noticeId);
        });
        return due.keySet();
    }

    /** As after a crash between the cases' being told and the note of it. */
    void tellAgain(UUID noticeId) {
        notices.find(noticeId).ifPresent(notice -> {
            if (notice.state() instanceof Sent(var at, var _)) {
                notices.save(in(notice, new Sent(at, false)));
            }
            send.send(noticeId);
        });
    }

    /** As it would be stored in another state. */
    static Notice in(Notice notice, NoticeState state) {
        return new Notice(notice.header(), notice.items(), notice.letter(), state, notice.attempts(), notice.version());
    }

    private void until(Instant due) {
        if (due.isAfter(clock.instant())) {
            clock.moveTo(due);
        }
    }
}
