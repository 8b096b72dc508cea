package org.vigie.notice.iccam;

import java.util.Arrays;
import java.util.Optional;
import org.vigie.events.Maturation;

/** How old the youngest child shown seems to be, by ICCAM's number. */
public enum AgeGroup {
    NOT_CATEGORISED(1, Maturation.UNDETERMINED),
    INFANT(2, Maturation.PREPUBESCENT),
    PRE_PUBESCENT(3, Maturation.PREPUBESCENT),
    PUBESCENT(4, Maturation.POSTPUBESCENT);

    private final int number;
    private final Maturation maturation;

    AgeGroup(int number, Maturation maturation) {
        this.number = number;
        this.maturation = maturation;
    }

    public int number() {
        return number;
    }

    Maturation maturation() {
        return maturation;
    }

    /** Empty if this build does not know the number. */
    public static Optional<AgeGroup> of(int number) {
        return Arrays.stream(values()).filter(one -> one.number == number).findFirst();
    }

    /** As a stage is told; an infant is nobody's word here. */
    static AgeGroup of(Maturation maturation) {
        return switch (maturation) {
            case PREPUBESCENT -> PRE_PUBESCENT;
            case POSTPUBESCENT -> PUBESCENT;
            case UNDETERMINED, UNKNOWN -> NOT_CATEGORISED;
        };
    }
}
