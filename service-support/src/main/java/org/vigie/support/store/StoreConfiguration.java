package org.vigie.support.store;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.vigie.support.settings.OwnerOnlyFiles;
import org.vigie.support.settings.VigieSettings;

/** Durable writes, and indexes made at start. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** What is answered as stored is on the journal of a majority. */
    @Bean
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return settings ->
                settings.writeConcern(WriteConcern.MAJORITY.withJournal(true)).readConcern(ReadConcern.MAJORITY);
    }

    /**
     * Who asks hears that the store is away before they give up, ask again and are two: with the driver's 30 s, each
     * client that waits 10 s had three requests waiting here. A connection string that says how long wins.
     */
    @Bean
    MongoClientSettingsBuilderCustomizer shortWait(MongoConnectionDetails store) {
        return settings -> {
            if (store.getConnectionString().getServerSelectionTimeout() == null) {
                settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS));
            }
        };
    }

    /** Nobody listens to what the template says of each document that it reads or writes. */
    @Bean
    InitializingBean quietTemplate(MongoTemplate mongo) {
        return () -> mongo.setEntityLifecycleEventsEnabled(false);
    }

    /** Made if it is missing, in production too: where there is none, health takes its disk for full. */
    @Bean
    InitializingBean dataDirectory(VigieSettings settings) {
        return () -> OwnerOnlyFiles.locked("VIGIE_DATA", settings.data(), () -> {});
    }

    @Bean
    IndexesAtStart indexesAtStart(MongoOperations mongo, ObjectProvider<StoreIndex> indexes) {
        return new IndexesAtStart(mongo, indexes.orderedStream().toList());
    }

    @Bean
    FillsAtStart fillsAtStart(MongoOperations mongo, ObjectProvider<StoreFill> fills) {
        return new FillsAtStart(mongo, fills.orderedStream().toList());
    }

    @Bean
    StoreHealth storeHealthIndicator(MongoOperations mongo) {
        return new StoreHealth(mongo);
    }
}
