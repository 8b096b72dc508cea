package org.vigie.notice.classification.messaging;

import java.time.Instant;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.vigie.events.Topics;
import org.vigie.events.intake.Classification;
import org.vigie.notice.classification.Classify;
import org.vigie.notice.removal.Decision;

/** Hands on what the classification desk decided. */
@Component
class ClassificationListener {

    private final Classify classify;

    ClassificationListener(Classify classify) {
        this.classify = classify;
    }

    @KafkaListener(topics = Topics.CLASSIFICATIONS)
    void on(Classification said) {
        classify.decide(
                said.caseId(),
                new Decision(
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
                        said.reason()));
    }
}
