package org.vigie.notice.replypage;

/** What became of asking for a code. */
public enum CodeSending {
    /** It is on its way to the mailbox that the notice went to. */
    SENT,
    /** One was sent within the last minute, or ten within a day. */
    TOO_OFTEN,
    /** Mail cannot be sent now. */
    NOT_NOW
}
