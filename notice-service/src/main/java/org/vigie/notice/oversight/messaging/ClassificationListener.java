package org.vigie.notice.oversight.messaging;

import java.time.Instant;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.vigie.events.Topics;
import org.vigie.events.Verification;
import org.vigie.events.intake.Classification;
import org.vigie.notice.content.Decision;
import org.vigie.notice.oversight.Classify;
import org.vigie.support.web.Given;
import org.vigie.support.web.InvalidRequest;

/** Hands on what the classification desk decided, with the same rules as over HTTP. */
@Component
class ClassificationListener {

    private final Classify classify;

    ClassificationListener(Classify classify) {
        this.classify = classify;
    }

    @KafkaListener(topics = Topics.CLASSIFICATIONS)
    void on(Classification said) {
        if (said.verification() == Verification.UNKNOWN) {
            throw new InvalidRequest("/verification", "Must be one of the values in the contract.");
        }
        classify.decide(
                said.caseId(),
                new Decision(
                        said.classificationId(),
                        said.contentId(),
                        said.verification(),
                        said.category(),
                        said.maturation(),
                        said.act(),
                        Given.optionalText(said.scheme(), "/scheme"),
                        Given.optionalText(said.label(), "/label"),
                        Given.text(said.organisation(), "/organisation"),
                        said.assessors(),
                        Instant.ofEpochMilli(said.decidedAt()),
                        Given.optionalText(said.reason(), "/reason"),
                        null));
    }
}
