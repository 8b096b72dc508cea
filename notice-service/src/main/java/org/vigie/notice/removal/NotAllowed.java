package org.vigie.notice.removal;

import java.util.UUID;
import org.vigie.support.Refusal;

/** A person cannot do this, or not alone. */
public final class NotAllowed extends Refusal {

    private static final long serialVersionUID = 1;

    private final Why why;

    /** What stands in the way. */
    public enum Why {
        /** Nobody proposed it. */
        NOT_PROPOSED,
        /** Who proposed it cannot be who agrees. */
        SAME_PERSON,
        /** There is no such hold. */
        NO_SUCH_HOLD
    }

    NotAllowed(UUID caseId, Why why) {
        super("case %s: %s".formatted(caseId, why));
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
