package org.vigie.support.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.vigie.testing.TestMongo;

class StoreHealthTests {

    @Test
    void isUpWhileTheStoreTakesWrites() {
        var database = TestMongo.newDatabase();
        try (var client = MongoClients.create(TestMongo.uri(database))) {
            assertThat(new StoreHealth(new MongoTemplate(client, database))
                            .health()
                            .getStatus())
                    .isEqualTo(Status.UP);
        }
    }

    @Test
    void isDownWhenNobodyTakesThem() {
        try (var client = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100")) {
            assertThat(new StoreHealth(new MongoTemplate(client, "any"))
                            .health()
                            .getStatus())
                    .isEqualTo(Status.DOWN);
        }
    }
}
