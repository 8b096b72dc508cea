package org.vigie.notice.inbound;

/** What in a message names the notice it answers, what is trusted most first. */
public enum IdentifiedBy {
    /** The address it came to, which holds the notice's token. */
    RECIPIENT,
    /** The envelope id that a report quotes (RFC 3461). */
    ENVELOPE_ID,
    /** The address of the returned notice that holds its token. */
    RETURNED_SENDER,
    /** The Message-ID of the returned notice. */
    RETURNED_MESSAGE_ID,
    IN_REPLY_TO,
    REFERENCES,
    /** The reference in the subject. */
    SUBJECT,
    /** The reference in the text. */
    TEXT;

    /**
     * Whether only the notice's recipient, and whoever it was passed on to, can know it. References and Message-IDs are
     * counted up: anybody can make one up.
     */
    public boolean cannotBeMadeUp() {
        return switch (this) {
            case RECIPIENT, ENVELOPE_ID, RETURNED_SENDER -> true;
            case RETURNED_MESSAGE_ID, IN_REPLY_TO, REFERENCES, SUBJECT, TEXT -> false;
        };
    }
}
