package org.vigie.notice.message;

/** Why a notice is sent. */
public enum NoticeKind {
    FIRST,
    REMINDER,
    ESCALATION,
    /** It came back at the same URL. */
    STAYDOWN,
    /** An earlier notice is taken back. */
    RETRACTION,
    /** Names no URL; asks whether this address takes notices. */
    TEST
}
