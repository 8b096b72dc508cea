package org.vigie.availability.watch.messaging;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;
import org.vigie.availability.watch.PlanChecks;
import org.vigie.events.Topics;

/** The partitions whose watches this process keeps: those of locations, which all followed topics share. */
@Component
class KeptPartitions {

    private final PlanChecks planChecks;

    KeptPartitions(PlanChecks planChecks) {
        this.planChecks = planChecks;
    }

    void take(Collection<TopicPartition> assigned) {
        planChecks.take(ofLocations(assigned));
    }

    void giveUp(Collection<TopicPartition> revoked) {
        planChecks.giveUp(ofLocations(revoked));
    }

    private static List<Integer> ofLocations(Collection<TopicPartition> all) {
        return all.stream()
                .filter(partition -> partition.topic().equals(Topics.LOCATIONS))
                .map(TopicPartition::partition)
                .toList();
    }
}
