package org.vigie.notice.escalation.messaging;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.notice.escalation.FollowCase;

/** Hands on what other services say about cases. */
@Component
class CaseListener {

    private final FollowCase followCase;

    CaseListener(FollowCase followCase) {
        this.followCase = followCase;
    }

    @KafkaListener(topics = Topics.CHAINS)
    void on(ChainSnapshot chain) {
        followCase.resolved(chain);
    }

    @KafkaListener(topics = Topics.AVAILABILITY)
    void on(AvailabilitySnapshot snapshot) {
        followCase.looked(snapshot);
    }

    @KafkaListener(topics = Topics.PROVIDERS)
    void on(ProviderSnapshot provider) {
        followCase.taught(provider);
    }
}
