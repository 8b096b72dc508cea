package org.vigie.metrics.ledger.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.Watermark;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.metrics.ledger.Snapshots;
import org.vigie.support.events.StoredTopic;

/** The collections that the ledger is counted from. */
@Configuration(proxyBeanMethods = false)
class LedgerStore {

    @Bean
    Snapshots<TargetingSnapshot> targetingSnapshots(MongoOperations mongo) {
        return new MongoSnapshots<>(
                mongo,
                "targetings",
                TargetingSnapshot.class,
                TargetingSnapshot::targetingId,
                TargetingSnapshot::version);
    }

    @Bean
    Snapshots<CaseSnapshot> caseSnapshots(MongoOperations mongo) {
        return new MongoSnapshots<>(mongo, "cases", CaseSnapshot.class, CaseSnapshot::caseId, CaseSnapshot::version);
    }

    @Bean
    Snapshots<AvailabilitySnapshot> availabilitySnapshots(MongoOperations mongo) {
        return new MongoSnapshots<>(
                mongo,
                "availability",
                AvailabilitySnapshot.class,
                AvailabilitySnapshot::caseId,
                AvailabilitySnapshot::version);
    }

    @Bean
    Snapshots<Watermark> watermarkSnapshots(MongoOperations mongo) {
        return new MongoSnapshots<>(mongo, "watermarks", Watermark.class, Watermark::partition, Watermark::version);
    }

    @Bean
    StoredTopic casesRead() {
        return StoredTopic.read("cases", Topics.CASES);
    }

    @Bean
    StoredTopic targetingsRead() {
        return StoredTopic.read("targetings", Topics.TARGETINGS);
    }
}
