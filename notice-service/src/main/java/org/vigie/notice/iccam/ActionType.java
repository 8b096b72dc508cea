package org.vigie.notice.iccam;

import java.util.Arrays;
import java.util.Optional;

/** What a hotline may say of an item that it did, by ICCAM's number. */
public enum ActionType {
    MOVED(0, "Moved"),
    REPORTED_TO_LEA(1, "ReportedToLEA"),
    REPORTED_TO_ISP(2, "ReportedToISP"),
    REMOVED(3, "Removed"),
    UNAVAILABLE(4, "Unavailable"),
    NOT_ILLEGAL(6, "NotIllegal");

    private final int number;
    private final String word;

    ActionType(int number, String word) {
        this.number = number;
        this.word = word;
    }

    public int number() {
        return number;
    }

    /** As ICCAM calls it. */
    public String word() {
        return word;
    }

    /** Whether ICCAM takes nothing more about an item after it: it cannot be taken back. */
    public boolean isFinal() {
        return this == REMOVED || this == UNAVAILABLE || this == NOT_ILLEGAL;
    }

    /** Empty if this build does not know the number. */
    public static Optional<ActionType> of(int number) {
        return Arrays.stream(values()).filter(one -> one.number == number).findFirst();
    }
}
