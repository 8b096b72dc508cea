package org.vigie.notice.oversight.messaging;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.vigie.events.Topics;
import org.vigie.events.intake.Classification;
import org.vigie.notice.oversight.Classify;

/** Hands on what the classification desk decided. */
@Component
class ClassificationListener {

    private final Classify classify;
    private final ClassificationReader reader;

    ClassificationListener(Classify classify, ClassificationReader reader) {
        this.classify = classify;
        this.reader = reader;
    }

    @KafkaListener(topics = Topics.CLASSIFICATIONS)
    void on(Classification said) {
        classify.decide(said.caseId(), reader.read(said));
    }
}
