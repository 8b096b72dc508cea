package org.vigie.notice.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * Whether messages are sent, and when the next.
 *
 * <pre>
 * Working      ── notTaken ─► FailingAlone; Disabled (410)
 * FailingAlone ── notTaken ─► FailingAlone; Down (another report); Disabled (410, three days); ── taken ─► Working
 * Down         ── notTaken ─► Down; Disabled (410, three days);                                ── taken ─► Working
 * Failing (both), Disabled ── enabled ──► Working
 * Working, Failing (both)  ── disabled ─► Disabled (asked)
 * </pre>
 */
public sealed interface WebhookState {

    /** A message was taken in its turn. One that was under way when it was disabled enables nothing. */
    default WebhookState taken() {
        return switch (this) {
            case Working _, Failing _ -> new Working();
            case Disabled disabled -> disabled;
        };
    }

    /** A message about the report was not taken. */
    default NotTaking notTaken(Receipt receipt, UUID reportId, Instant now) {
        return switch (this) {
            case Disabled disabled -> disabled;
            case Working _, Failing _ when receipt.isGone() -> new Disabled(now, Cause.GONE);
            case Working working -> working.failed(reportId, now);
            case FailingAlone failing -> failing.failed(reportId, now);
            case Down down -> down.failed(now);
        };
    }

    /** The partner wants messages, whatever was before. */
    default Working enabled() {
        return new Working();
    }

    /** The partner wants no messages. Why it was disabled before is kept. */
    default Disabled disabled(Instant now) {
        return switch (this) {
            case Working _, Failing _ -> new Disabled(now, Cause.ASKED);
            case Disabled disabled -> disabled;
        };
    }

    /** As soon as there is something to tell. */
    record Working() implements WebhookState {
        private FailingAlone failed(UUID reportId, Instant now) {
            return new FailingAlone(now, 1, now.plus(Pauses.FIRST), reportId);
        }
    }

    /** What was not taken leads here. */
    sealed interface NotTaking extends WebhookState {}

    /** Nothing was taken since a message was not. */
    sealed interface Failing extends NotTaking {

        /** The first time in a row. */
        Instant since();

        /** In a row, at least one. */
        int attempts();

        /** When what was not taken is tried again. */
        Instant next();
    }

    /** These were messages of one report; those of others are still sent as they come. */
    record FailingAlone(Instant since, int attempts, Instant next, UUID reportId) implements Failing {
        private NotTaking failed(UUID failed, Instant now) {
            if (!failed.equals(reportId)) {
                return new Down(since, 1, now.plus(Pauses.FIRST));
            }
            return Pauses.after(attempts + 1)
                    .<NotTaking>map(pause -> new FailingAlone(since, attempts + 1, now.plus(pause), reportId))
                    .orElseGet(() -> new Disabled(now, Cause.FAILURES));
        }
    }

    /** These were messages of several reports: one message at a time is sent to learn whether the receiver is back. */
    record Down(Instant since, int attempts, Instant next) implements Failing {
        private NotTaking failed(Instant now) {
            return Pauses.after(attempts + 1)
                    .<NotTaking>map(pause -> new Down(since, attempts + 1, now.plus(pause)))
                    .orElseGet(() -> new Disabled(now, Cause.FAILURES));
        }
    }

    /** Nothing is sent; what was not sent waits. */
    record Disabled(Instant at, Cause cause) implements NotTaking {}

    /** Why nothing is sent. */
    enum Cause {
        /** The partner said so. */
        ASKED,
        /** For three days no message was taken. */
        FAILURES,
        /** The receiver answered 410 Gone. */
        GONE
    }
}
