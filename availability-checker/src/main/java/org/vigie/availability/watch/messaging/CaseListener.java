package org.vigie.availability.watch.messaging;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;
import org.vigie.availability.watch.FollowCase;
import org.vigie.availability.watch.HearVantage;
import org.vigie.events.Topics;
import org.vigie.events.availability.VantageSnapshot;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.support.events.EventReader;

/**
 * Follows cases, their locations and what other vantages say of them in one container, so that the range assignor gives
 * it the same partitions of all; those are the ones whose watches this process keeps.
 */
@Component
class CaseListener implements ConsumerSeekAware {

    private final FollowCase followCase;
    private final HearVantage hearVantage;
    private final KeptPartitions kept;
    private final EventReader reader;

    CaseListener(FollowCase followCase, HearVantage hearVantage, KeptPartitions kept, EventReader reader) {
        this.followCase = followCase;
        this.hearVantage = hearVantage;
        this.kept = kept;
        this.reader = reader;
    }

    @KafkaListener(
            id = "availability-checker-cases",
            idIsGroup = false,
            topics = {Topics.CASES, Topics.LOCATIONS, Topics.VANTAGES},
            properties = "partition.assignment.strategy=org.apache.kafka.clients.consumer.RangeAssignor")
    void on(ConsumerRecord<byte[], byte[]> record) {
        switch (record.topic()) {
            case Topics.CASES -> followCase.caseIs(reader.read(record, CaseSnapshot.class), record.partition());
            case Topics.LOCATIONS ->
                followCase.locationIs(reader.read(record, LocationSnapshot.class), record.partition());
            default -> hearVantage.heard(reader.read(record, VantageSnapshot.class), record.partition());
        }
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        kept.take(assignments.keySet());
    }

    @Override
    public void onPartitionsRevoked(@Nullable Collection<TopicPartition> partitions) {
        if (partitions != null) {
            kept.giveUp(partitions);
        }
    }
}
