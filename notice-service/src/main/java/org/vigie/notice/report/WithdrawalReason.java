package org.vigie.notice.report;

/** Why whoever handed a report in takes it back. */
public enum WithdrawalReason {
    /** It was looked at again, and is not illegal. */
    NOT_ILLEGAL,
    /** The content is not at this URL, and never was. */
    WRONG_URL,
    /** It was handed in more than once. */
    DUPLICATE,
    /** It was not meant to be handed in. */
    MISTAKE,
    /** Nothing of these. */
    OTHER
}
