package org.vigie.notice.desk.web;

import java.util.Locale;

/** What was just done, for the page that comes after a form. */
enum Said {
    CLAIMED,
    TASK_DONE,
    NOTHING_LEFT,
    TAKEN,
    RECORDED,
    /** It goes on by itself. */
    BEGUN,
    /** The form before was recorded, and this is the task after it. */
    NEXT,
    /** The same, and no task is left. */
    ALL_DONE,
    ENDS_OTHERWISE;

    /** As it stands in addresses. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it went wrong. */
    public boolean isTrouble() {
        return switch (this) {
            case TAKEN, ENDS_OTHERWISE -> true;
            case CLAIMED, TASK_DONE, NOTHING_LEFT, RECORDED, BEGUN, NEXT, ALL_DONE -> false;
        };
    }
}
