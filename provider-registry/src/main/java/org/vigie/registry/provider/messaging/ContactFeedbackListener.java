package org.vigie.registry.provider.messaging;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.vigie.events.Topics;
import org.vigie.events.removal.ContactFeedbackSnapshot;
import org.vigie.registry.provider.HearContactFeedback;

/** Hears what became of mail sent to contacts. */
@Component
class ContactFeedbackListener {

    private final HearContactFeedback hearContactFeedback;

    ContactFeedbackListener(HearContactFeedback hearContactFeedback) {
        this.hearContactFeedback = hearContactFeedback;
    }

    @KafkaListener(topics = Topics.CONTACT_FEEDBACK)
    void on(ContactFeedbackSnapshot feedback) {
        hearContactFeedback.heard(feedback);
    }
}
