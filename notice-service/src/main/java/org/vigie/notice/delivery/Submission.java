package org.vigie.notice.delivery;

import java.time.Instant;

/**
 * What a person did with a provider's web form.
 *
 * @param deliveryId what was to be handed in
 * @param proof what the form answered, such as its number
 * @param by who filled it in
 */
public record Submission(String deliveryId, Outcome outcome, String proof, String by, Instant at) {

    /** What came of it. */
    public enum Outcome {
        SUBMITTED,
        /** The form does not take it and will not. */
        REFUSED,
        /** The form cannot be reached or filled in today. */
        NOT_NOW,
        /** It was sent off and nothing came back. */
        UNKNOWN
    }

    /** Leaves people and their words out. */
    @Override
    public String toString() {
        return "Submission[%s, %s]".formatted(deliveryId, outcome);
    }
}
