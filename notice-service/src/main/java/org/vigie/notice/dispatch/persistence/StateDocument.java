package org.vigie.notice.dispatch.persistence;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.dispatch.NoticeState;
import org.vigie.notice.dispatch.NoticeState.Claimed;
import org.vigie.notice.dispatch.NoticeState.Failed;
import org.vigie.notice.dispatch.NoticeState.HandedOverAgain;
import org.vigie.notice.dispatch.NoticeState.HandedOverFirst;
import org.vigie.notice.dispatch.NoticeState.Pending;
import org.vigie.notice.dispatch.NoticeState.Sent;
import org.vigie.notice.dispatch.NoticeState.Uncertain;
import org.vigie.notice.dispatch.NoticeState.Unresolved;
import org.vigie.notice.dispatch.NoticeState.Withdrawn;

/** A notice's state as it is stored: its name and what some of them carry. */
record StateDocument(
        NoticeState.Name name,
        Instant at,
        @Nullable Instant settledAt,
        @Nullable String status,
        int attempts,
        boolean again,
        boolean told) {

    static StateDocument of(NoticeState state) {
        var name = state.name();
        return switch (state) {
            case Pending(var at, var attempts) -> new StateDocument(name, at, null, null, attempts, false, false);
            case Claimed(var at, var attempts) -> new StateDocument(name, at, null, null, attempts, false, false);
            case HandedOverFirst(var at, var attempts) ->
                new StateDocument(name, at, null, null, attempts, false, false);
            case HandedOverAgain(var at, var attempts) ->
                new StateDocument(name, at, null, null, attempts, true, false);
            case Uncertain(var since, var settledAt, var attempts) ->
                new StateDocument(name, since, settledAt, null, attempts, false, false);
            case Unresolved(var since) -> new StateDocument(name, since, null, null, 0, false, false);
            case Sent(var at, var told) -> new StateDocument(name, at, null, null, 0, false, told);
            case Failed(var at, var status, var told) -> new StateDocument(name, at, null, status, 0, false, told);
            case Withdrawn(var at) -> new StateDocument(name, at, null, null, 0, false, false);
        };
    }

    NoticeState toDomain() {
        return switch (name) {
            case PENDING -> new Pending(at, attempts);
            case CLAIMED -> new Claimed(at, attempts);
            case HANDED_OVER -> again ? new HandedOverAgain(at, attempts) : new HandedOverFirst(at, attempts);
            case UNCERTAIN -> new Uncertain(at, Objects.requireNonNull(settledAt), attempts);
            case UNRESOLVED -> new Unresolved(at);
            case SENT -> new Sent(at, told);
            case FAILED -> new Failed(at, Objects.requireNonNull(status), told);
            case WITHDRAWN -> new Withdrawn(at);
        };
    }
}
