package org.vigie.notice.removal.persistence;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.notice.removal.CaseStage;
import org.vigie.notice.removal.CaseStage.Exhausted;
import org.vigie.notice.removal.CaseStage.Notified;
import org.vigie.notice.removal.CaseStage.Received;
import org.vigie.notice.removal.CaseStage.Rejected;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.CaseStage.Routed;
import org.vigie.notice.removal.CaseStage.Unaddressable;
import org.vigie.notice.removal.CaseStage.Verified;

/** A case's action as it is stored: its name and what some of them carry. */
record ActionDocument(
        CaseSnapshot.Action name,
        @Nullable Instant at,
        @Nullable String reason,
        int level) {

    static ActionDocument of(CaseStage action) {
        var name = action.name();
        return switch (action) {
            case Received _ -> new ActionDocument(name, null, null, 0);
            case Verified(var at) -> new ActionDocument(name, at, null, 0);
            case Rejected(var at) -> new ActionDocument(name, at, null, 0);
            case Routed(var at) -> new ActionDocument(name, at, null, 0);
            case Unaddressable(var reason) -> new ActionDocument(name, null, reason, 0);
            case Notified(var level) -> new ActionDocument(name, null, null, level);
            case Exhausted(var level) -> new ActionDocument(name, null, null, level);
            case Retracted(var at) -> new ActionDocument(name, at, null, 0);
        };
    }

    CaseStage toDomain() {
        return switch (name) {
            case RECEIVED -> new Received();
            case VERIFIED -> new Verified(Objects.requireNonNull(at));
            case REJECTED -> new Rejected(Objects.requireNonNull(at));
            case ROUTED -> new Routed(Objects.requireNonNull(at));
            case UNADDRESSABLE -> new Unaddressable(Objects.requireNonNull(reason));
            case NOTIFIED -> new Notified(level);
            case EXHAUSTED -> new Exhausted(level);
            case RETRACTED -> new Retracted(Objects.requireNonNull(at));
            case UNKNOWN -> throw new IllegalStateException("no case is stored with an unknown action");
        };
    }
}
