package org.vigie.availability.watch.persistence;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterEach;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.vigie.availability.watch.Watches;
import org.vigie.availability.watch.WatchesContract;
import org.vigie.testing.TestMongo;

class MongoWatchesTests implements WatchesContract {

    private final String database = TestMongo.newDatabase();
    private final MongoClient client = MongoClients.create(TestMongo.uri(database));
    private final Watches watches = new MongoWatches(new MongoTemplate(client, database), _ -> {});

    @Override
    public Watches watches() {
        return watches;
    }

    @AfterEach
    void stop() {
        client.close();
    }
}
