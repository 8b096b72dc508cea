package org.vigie.notice.removal;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.notice.removal.CaseEvent.What;

/**
 * Whether a case may be erased in time, or why not. What would need its URL, or somebody's words, keeps all of it: a
 * hold, such as an order to preserve evidence, has an owner and an instant at which its owner is reminded, and ends by
 * a person only.
 */
public sealed interface Settled {

    /**
     * Nothing is to be done about it, unless it is reported again or comes back.
     *
     * @param at since when; its time counts from there
     */
    record Since(Instant at) implements Settled {}

    /** It is kept, however long that lasts. */
    record Not(Because because) implements Settled {}

    /** What keeps a case. */
    enum Because {
        HELD,
        DISPUTED,
        /** A provider is still to be told what was decided on its dispute. */
        DECISION_OWED,
        RETRACTION_PROPOSED,
        NOTICE_WANTED,
        /** It is not decided what it is, or it may still be there. */
        PURSUED
    }

    /** Since when nothing is to be done about it, empty if something keeps it. */
    default Optional<Instant> since() {
        return this instanceof Since(var at) ? Optional.of(at) : Optional.empty();
    }

    static Settled of(RemovalCase known) {
        if (known.holds().any()) {
            return new Not(Because.HELD);
        }
        var steering = known.steering();
        if (steering.dispute() != null) {
            return new Not(Because.DISPUTED);
        }
        if (!steering.rulings().isEmpty()) {
            return new Not(Because.DECISION_OWED);
        }
        if (steering.retraction() != null) {
            return new Not(Because.RETRACTION_PROPOSED);
        }
        return known.pending() == null ? byStage(known) : new Not(Because.NOTICE_WANTED);
    }

    private static Settled byStage(RemovalCase known) {
        return switch (known.stage()) {
            case CaseStage.Rejected(var at) -> lastOf(known, Stream.of(at));
            case CaseStage.Retracted(var at) -> lastOf(known, Stream.of(at));
            case CaseStage.Received _,
                    CaseStage.Verified _,
                    CaseStage.Routed _,
                    CaseStage.Unaddressable _,
                    CaseStage.Notified _,
                    CaseStage.Exhausted _ -> byPresence(known);
        };
    }

    private static Settled byPresence(RemovalCase known) {
        var presence = known.presence();
        if (!presence.isDown() || presence.isPerhapsBack()) {
            return new Not(Because.PURSUED);
        }
        var heard = known.history().timeline().stream()
                .filter(one -> one.kind().what() == What.REMOVED || one.kind().what() == What.GONE_BEFORE_NOTICE)
                .map(CaseEvent::at);
        return lastOf(known, Stream.concat(heard, Stream.ofNullable(presence.firstDownAt())));
    }

    private static Since lastOf(RemovalCase known, Stream<Instant> ends) {
        var reported = known.evidence().lastSightingAt();
        return new Since(Stream.concat(ends, Stream.of(reported))
                .max(Comparator.naturalOrder())
                .orElse(reported));
    }
}
