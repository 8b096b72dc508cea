package org.vigie.availability.watch.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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

    /** That it was published is noted without another version, and would be undone by what comes next. */
    @Test
    void isAtHandUnlessItIsToBePublished() {
        var quiet = watches.save(WatchesContract.aWatch(0)).orElseThrow();
        var told = watches.save(WatchesContract.aWatch(1)).orElseThrow();

        assertThat(quiet.unpublished()).isFalse();
        assertThat(watches.atHand(quiet.caseId())).contains(quiet);
        assertThat(told.unpublished()).isTrue();
        assertThat(watches.atHand(told.caseId())).isEmpty();
    }

    @AfterEach
    void stop() {
        client.close();
    }
}
