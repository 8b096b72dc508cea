package org.vigie.registry.chain.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.vigie.events.Topics;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.registry.chain.FollowCases;
import org.vigie.registry.chain.TrackRecords;
import org.vigie.support.events.EventReader;

/**
 * Hears of cases, where they lie, what became of notices, and of this service's own providers as they are published.
 * What concerns one case comes through one consumer: each asks and commits for itself.
 */
@Component
class CaseListeners {

    private final FollowCases followCases;
    private final TrackRecords trackRecords;
    private final EventReader reader;

    CaseListeners(FollowCases followCases, TrackRecords trackRecords, EventReader reader) {
        this.followCases = followCases;
        this.trackRecords = trackRecords;
        this.reader = reader;
    }

    @KafkaListener(topics = {Topics.CASES, Topics.LOCATIONS, Topics.TARGETINGS})
    void on(ConsumerRecord<byte[], byte[]> record) {
        switch (record.topic()) {
            case Topics.CASES -> followCases.heard(reader.read(record, CaseSnapshot.class));
            case Topics.LOCATIONS -> followCases.located(reader.read(record, LocationSnapshot.class));
            default -> trackRecords.keep(reader.read(record, TargetingSnapshot.class));
        }
    }

    /**
     * By the log and not by a call: what is stored is published, so no change is forgotten over a crash. By itself: it
     * may concern thousands of cases, and no news of one waits for that.
     */
    @KafkaListener(topics = Topics.PROVIDERS)
    void on(ProviderSnapshot snapshot) {
        followCases.changed(snapshot);
    }
}
