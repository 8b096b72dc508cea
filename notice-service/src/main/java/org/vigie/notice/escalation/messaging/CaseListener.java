package org.vigie.notice.escalation.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.notice.escalation.FollowCase;
import org.vigie.support.events.EventReader;

/** Hands on what other services say about cases. */
@Component
class CaseListener {

    private final FollowCase followCase;
    private final EventReader reader;

    CaseListener(FollowCase followCase, EventReader reader) {
        this.followCase = followCase;
        this.reader = reader;
    }

    /** What concerns one case comes through one consumer: each asks and commits for itself. */
    @KafkaListener(topics = {Topics.CHAINS, Topics.AVAILABILITY})
    void on(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Topics.CHAINS)) {
            followCase.resolved(reader.read(record, ChainSnapshot.class));
        } else {
            followCase.looked(reader.read(record, AvailabilitySnapshot.class));
        }
    }

    /** By itself: it may concern thousands of cases, and no news of one waits for that. */
    @KafkaListener(topics = Topics.PROVIDERS)
    void on(ProviderSnapshot provider) {
        followCase.taught(provider);
    }
}
