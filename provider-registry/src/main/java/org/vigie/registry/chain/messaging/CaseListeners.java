package org.vigie.registry.chain.messaging;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.vigie.events.Topics;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.registry.chain.FollowCases;
import org.vigie.registry.chain.TrackRecords;

/**
 * Hears of cases, where they lie, what became of notices, and of this service's own providers as they are published.
 */
@Component
class CaseListeners {

    private final FollowCases followCases;
    private final TrackRecords trackRecords;

    CaseListeners(FollowCases followCases, TrackRecords trackRecords) {
        this.followCases = followCases;
        this.trackRecords = trackRecords;
    }

    @KafkaListener(topics = Topics.CASES)
    void on(CaseSnapshot snapshot) {
        followCases.heard(snapshot);
    }

    @KafkaListener(topics = Topics.LOCATIONS)
    void on(LocationSnapshot snapshot) {
        followCases.located(snapshot);
    }

    @KafkaListener(topics = Topics.TARGETINGS)
    void on(TargetingSnapshot snapshot) {
        trackRecords.keep(snapshot);
    }

    /** By the log and not by a call: what is stored is published, so no change is forgotten over a crash. */
    @KafkaListener(topics = Topics.PROVIDERS)
    void on(ProviderSnapshot snapshot) {
        followCases.changed(snapshot);
    }
}
