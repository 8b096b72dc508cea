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
    /** An earlier notice was disputed, and stands. */
    DECISION,
    /** Names no URL; asks whether this address takes notices. */
    TEST;

    /** Whether it says by when removal is wanted, by which law, and what for. */
    public boolean asksForRemoval() {
        return switch (this) {
            case FIRST, REMINDER, ESCALATION, STAYDOWN -> true;
            case RETRACTION, DECISION, TEST -> false;
        };
    }
}
