package org.vigie.registry.chain.persistence;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.vigie.registry.RegistryTest;
import org.vigie.registry.chain.TrackRecords;
import org.vigie.registry.chain.TrackRecordsContract;

@RegistryTest
class MongoTrackRecordsTests implements TrackRecordsContract {

    private final TrackRecords trackRecords;

    MongoTrackRecordsTests(@Autowired MongoOperations mongo) {
        this.trackRecords = new MongoTrackRecords(mongo);
    }

    @Override
    public TrackRecords trackRecords() {
        return trackRecords;
    }
}
