package org.vigie.notice.classification.messaging;

import java.time.Clock;
import java.time.Instant;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.vigie.events.Topics;
import org.vigie.events.intake.Classification;
import org.vigie.notice.classification.Classify;
import org.vigie.notice.removal.Decision;
import org.vigie.support.web.Given;

/** Hands on what the classification desk decided; a decision of days to come would outlive every correction. */
@Component
class ClassificationListener {

    private final Classify classify;
    private final Clock clock;

    ClassificationListener(Classify classify, Clock clock) {
        this.classify = classify;
        this.clock = clock;
    }

    @KafkaListener(topics = Topics.CLASSIFICATIONS)
    void on(Classification said) {
        var decidedAt = Given.pastElsewhere(Instant.ofEpochMilli(said.decidedAt()), "/decided_at", clock.instant());
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
                        decidedAt,
                        said.reason(),
                        null));
    }
}
