package org.vigie.notice.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.vigie.events.Role;
import org.vigie.notice.dispatch.Attempt;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.NoticeState;
import org.vigie.notice.message.NoticeKind;

/** A notice as a case's page shows it, without what it says. */
record NoticeRow(
        UUID noticeId,
        String reference,
        NoticeKind kind,
        String provider,
        Role role,
        Instant createdAt,
        String state,
        boolean form,
        boolean unresolved,
        List<Attempt> attempts) {

    static NoticeRow of(Notice notice, Naming names) {
        return new NoticeRow(
                notice.noticeId(),
                notice.reference().toString(),
                notice.kind(),
                names.of(notice.addressee().providerId()),
                notice.addressee().role(),
                notice.createdAt(),
                state(notice.state()),
                notice.isForAForm() && notice.state().isToLeave(),
                notice.state() instanceof NoticeState.Unresolved,
                notice.attempts());
    }

    /** Key of the words for a state. */
    private static String state(NoticeState state) {
        return switch (state) {
            case NoticeState.Pending _, NoticeState.Claimed _ -> "PENDING";
            case NoticeState.HandedOver _ -> "HANDED_OVER";
            case NoticeState.Uncertain _ -> "UNCERTAIN";
            case NoticeState.Unresolved _ -> "UNRESOLVED";
            case NoticeState.Sent _ -> "SENT";
            case NoticeState.Failed _ -> "FAILED";
            case NoticeState.Withdrawn _ -> "WITHDRAWN";
        };
    }
}
