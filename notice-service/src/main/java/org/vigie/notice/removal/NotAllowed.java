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
        NO_SUCH_HOLD,
        /** The case is over. */
        CLOSED,
        /** Nothing is routed yet. */
        NOT_ROUTED,
        /** The chain does not rank the addressee. */
        NOT_IN_CHAIN,
        /** No approval is needed for this addressee. */
        NEEDS_NO_APPROVAL,
        /** An operator must agree before. */
        NEEDS_APPROVAL,
        /** It would take down far more than the case: a registrar or registry of a shared domain or platform. */
        NEVER_WRITTEN_TO,
        /** There is nothing usable to write to. */
        NO_CONTACT,
        /** A first notice to the same addressee is never repeated. */
        WRITTEN_TO_ALREADY,
        /** No provider disputes the case's notices. */
        NOT_DISPUTED,
        /** Who classified the content cannot be who decides about a dispute of it. */
        FIRST_ASSESSOR
    }

    public NotAllowed(UUID caseId, Why why) {
        super("case %s: %s".formatted(caseId, why));
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
