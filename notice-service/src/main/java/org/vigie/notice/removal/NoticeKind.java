package org.vigie.notice.removal;

/** Why a notice is sent. */
public enum NoticeKind {
    FIRST,
    REMINDER,
    ESCALATION,
    STAYDOWN;

    /** Whether what it names becomes targeted: a reminder never does that. */
    public boolean targets() {
        return this != REMINDER;
    }
}
