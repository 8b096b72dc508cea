package org.vigie.availability.watch.persistence;

import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.vigie.availability.watch.Watches;
import org.vigie.events.Topics;
import org.vigie.support.outbox.Announcement;
import org.vigie.support.outbox.MongoOutbox;
import org.vigie.support.outbox.Outbox;
import org.vigie.support.outbox.Publication;
import org.vigie.support.outbox.Relay;
import org.vigie.support.store.StoreIndex;

/** Watches in MongoDB, each its own outbox. */
@Configuration(proxyBeanMethods = false)
class WatchStore {

    private static final String TYPE = "org.vigie.availability.changed.v1";

    @Bean
    Outbox watchOutbox(MongoOperations mongo) {
        return new MongoOutbox<>(mongo, WatchDocument.class, WatchStore::publication);
    }

    @Bean
    Watches watches(MongoOperations mongo, Outbox watchOutbox, Relay relay) {
        return new MongoWatches(mongo, caseId -> relay.stored(watchOutbox.name(), caseId));
    }

    @Bean
    StoreIndex unpublishedWatches() {
        return MongoOutbox.index(WatchDocument.class);
    }

    @Bean
    StoreIndex dueWatches() {
        return new StoreIndex(
                WatchDocument.class,
                new Index("partition", Sort.Direction.ASC).on("due", Sort.Direction.ASC),
                "what is due in the partitions that a process was given");
    }

    private static Publication publication(WatchDocument document) {
        var version = Objects.requireNonNull(document.version());
        var snapshot = document.toDomain().snapshot(version);
        return Publication.of(version, Announcement.of(Topics.AVAILABILITY, document.id(), TYPE, snapshot));
    }
}
