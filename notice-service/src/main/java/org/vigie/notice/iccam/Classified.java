package org.vigie.notice.iccam;

import java.util.Arrays;
import java.util.Optional;
import org.vigie.events.Verification;

/** What a hotline's assessment says of an item, by ICCAM's number. */
public enum Classified {
    /** Illegal everywhere. */
    BASELINE(1, "baseline", Verification.VERIFIED),
    /** Illegal where it was assessed, which says nothing of elsewhere. */
    NATIONAL(2, "national", Verification.SUSPECT),
    /** Nothing to act on for whoever assessed it; whether it is legal or was not there, it does not say. */
    IGNORE(4, "ignore", Verification.SUSPECT);

    private final int number;
    private final String label;
    private final Verification verification;

    Classified(int number, String label, Verification verification) {
        this.number = number;
        this.label = label;
        this.verification = verification;
    }

    public int number() {
        return number;
    }

    /** As the label of a classification under the scheme {@code iccam}. */
    String label() {
        return label;
    }

    /** What it makes of the content here. Of what is only suspected, an assessor of ours is asked. */
    Verification verification() {
        return verification;
    }

    /** Empty if this build does not know the number. */
    public static Optional<Classified> of(int number) {
        return Arrays.stream(values()).filter(one -> one.number == number).findFirst();
    }
}
