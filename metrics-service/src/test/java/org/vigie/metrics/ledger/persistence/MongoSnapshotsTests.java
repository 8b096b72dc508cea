package org.vigie.metrics.ledger.persistence;

import com.mongodb.client.MongoClients;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.metrics.ledger.Snapshots;
import org.vigie.metrics.ledger.SnapshotsContract;
import org.vigie.testing.TestMongo;

class MongoSnapshotsTests implements SnapshotsContract {

    private final MongoTemplate mongo =
            new MongoTemplate(MongoClients.create(TestMongo.uri("")), TestMongo.newDatabase());

    @Override
    public Snapshots<TargetingSnapshot> snapshots() {
        return new LedgerStore().targetingSnapshots(mongo);
    }
}
