package org.vigie.notice.oversight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.task.TaskKind;

/** What keeps a case or a notice from going on. */
public sealed interface WaitsFor {

    /** What people are shown: a word of {@link What}, a kind of task, the name of a setting, or a reason. */
    default String code() {
        return switch (this) {
            case Event(var what, var _) -> what.name();
            case Person(var kind, var _) -> kind.name();
            case Setting(var name) -> name;
            case Stopped(var everything) -> everything ? "EVERYTHING_STOPPED" : "PROVIDER_STOPPED";
            case Held _ -> "HELD";
            case Nothing(var reason) -> reason;
        };
    }

    /** When it goes on at the latest, or is told to; absent where only somebody else can say. */
    default @Nullable Instant until() {
        return switch (this) {
            case Event(var _, var until) -> until;
            case Person(var _, var until) -> until;
            case Held(var until) -> until;
            case Setting _, Stopped _, Nothing _ -> null;
        };
    }

    /** What comes by itself. */
    enum What {
        WAITS_FOR_LOOK,
        WAITS_FOR_CHAIN,
        WAITS_FOR_PROVIDER,
        WAITS_FOR_ANSWER,
        CONFIRMING_LOOKS,
        NO_CONTACT,
        GATHERING,
        DAILY_DIGEST,
        LOOKS_OF_THE_DIGEST,
        RELAY_SAID_NOT_NOW,
        SENDING_LIMITS,
        UNDER_WAY,
        SETTLING
    }

    /** It comes by itself. */
    record Event(What what, @Nullable Instant until) implements WaitsFor {}

    /** A task that a person must do; what is there to be done without goes on at the instant. */
    record Person(TaskKind kind, @Nullable Instant until) implements WaitsFor {}

    /** An operator must set it, and start anew. */
    record Setting(String name) implements WaitsFor {}

    /** A person stopped sending: to everybody, or to this provider. */
    record Stopped(boolean everything) implements WaitsFor {}

    /** Whoever placed the hold; the last one runs out at the instant, and a person must release it even so. */
    record Held(Instant until) implements WaitsFor {}

    /** It is watched, and there is nobody left to be told. */
    record Nothing(String reason) implements WaitsFor {}
}
