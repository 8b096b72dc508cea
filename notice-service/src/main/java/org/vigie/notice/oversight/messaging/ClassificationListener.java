package org.vigie.notice.oversight.messaging;

import java.time.Instant;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.vigie.events.Topics;
import org.vigie.events.Verification;
import org.vigie.notice.content.Classification;
import org.vigie.notice.oversight.Classify;
import org.vigie.support.validation.FieldRules;
import org.vigie.support.validation.InvalidField;

/** Hands on what the classification desk decided, with the same rules as over HTTP. */
@Component
class ClassificationListener {

    private final Classify classify;
    private final FieldRules rules;

    ClassificationListener(Classify classify, FieldRules rules) {
        this.classify = classify;
        this.rules = rules;
    }

    @KafkaListener(topics = Topics.CLASSIFICATIONS)
    void on(org.vigie.events.intake.Classification said) {
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
        classify.decide(said.caseId(), decision);
    }
}
