package org.vigie.notice.webhook;

/** What became of one attempt to send a message. */
public sealed interface Receipt {

    /** The receiver answered. A redirection is an answer, and is not followed. */
    record Answered(int status) implements Receipt {}

    /** Nothing was answered. */
    record Failed(Failure failure) implements Receipt {}

    /** Why there is no answer. */
    enum Failure {
        NO_ADDRESS,
        NOT_PUBLIC,
        NO_CONNECTION,
        NO_TLS,
        TIMEOUT,
        NOT_HTTP
    }

    /** Whether the message is the receiver's now: any status of 2xx. */
    default boolean isTaken() {
        return this instanceof Answered(var status) && status / 100 == 2;
    }

    /** Whether the receiver wants no message ever again: 410, as Standard Webhooks has it. */
    default boolean isGone() {
        return this instanceof Answered(var status) && status == 410;
    }
}
