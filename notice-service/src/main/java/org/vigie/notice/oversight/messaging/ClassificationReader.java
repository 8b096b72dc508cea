package org.vigie.notice.oversight.messaging;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.vigie.events.Verification;
import org.vigie.notice.content.Classification;
import org.vigie.support.validation.FieldRules;
import org.vigie.support.validation.InvalidField;

/** Reads decisions with the same rules as over HTTP. */
@Component
class ClassificationReader {

    private final FieldRules rules;

    ClassificationReader(FieldRules rules) {
        this.rules = rules;
    }

    /**
     * The decision in it.
     *
     * @throws InvalidField if a field does not hold what it must
     */
    Classification read(org.vigie.events.intake.Classification said) {
        if (said.verification() == Verification.UNKNOWN) {
            throw new InvalidField("/verification", "Must be one of the values in the contract.");
        }
        var decision = new Classification(
                said.classificationId(),
                said.contentId(),
                said.verification(),
                said.category(),
                said.maturation(),
                said.act(),
                said.scheme(),
                said.label(),
                said.organisation(),
                said.assessors(),
                Instant.ofEpochMilli(said.decidedAt()),
                said.reason(),
                null,
                null);
        rules.check(decision);
        return decision;
    }
}
