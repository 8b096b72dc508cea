package org.vigie.notice.escalation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.ChainParties;
import org.vigie.notice.removal.Route;
import org.vigie.notice.task.TaskKind;

/** What is to be done next about a case. */
public sealed interface Step {

    /**
     * Nothing now.
     *
     * @param until when to ask again, absent if only an event can change the answer
     */
    record Rest(@Nullable Instant until, Why why) implements Step {}

    /** Why nothing is to be done now. */
    enum Why {
        NOT_VERIFIED,
        NOT_ILLEGAL,
        RETRACTED,
        HELD,
        DISPUTED,
        ERASED,
        NOT_UP,
        NOBODY_TO_TELL,
        NO_CONTACT,
        NO_RUNG_LEFT,
        NOTICE_UNDER_WAY,
        WAITS_FOR_CHAIN,
        WAITS_FOR_LOOK,
        WAITS_FOR_ANSWER
    }

    /** A look made from now on is needed. */
    record WantCheck() implements Step {}

    /** A chain made from now on is needed. */
    record WantChain() implements Step {}

    /** The chain cannot be used before the copy of this provider is here. */
    record AwaitProvider(UUID providerId) implements Step {}

    /** Write to the route's addressee from now on. */
    record TakeRoute(Route route, ChainParties named) implements Step {}

    /** The chain is newer and changes nothing about who is written to. */
    record TakeChain(Route route, ChainParties named) implements Step {}

    /** Nobody can be written to. */
    record GiveUp(Route route, String reason) implements Step {}

    /** A notice is to be sent. */
    record Write(NoticeKind kind, Candidate to, boolean verifiable) implements Step {}

    /** No rung is left and the last one had its time. */
    record Exhaust() implements Step {}

    /** Only a person can go on; nothing else is to be done until then. */
    record CallPerson(TaskKind kind, @Nullable Instant until) implements Step {}
}
