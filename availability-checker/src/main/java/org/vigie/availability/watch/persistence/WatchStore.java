package org.vigie.availability.watch.persistence;

import java.util.ArrayList;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.vigie.availability.watch.Report;
import org.vigie.availability.watch.Vantages;
import org.vigie.availability.watch.Watches;
import org.vigie.events.Topics;
import org.vigie.support.events.StoredTopic;
import org.vigie.support.outbox.Announcement;
import org.vigie.support.outbox.MongoOutbox;
import org.vigie.support.outbox.Publication;
import org.vigie.support.outbox.Relay;
import org.vigie.support.store.StoreIndex;

/** Watches in MongoDB, each its own outbox. */
@Configuration(proxyBeanMethods = false)
class WatchStore {

    private static final String TYPE = "org.vigie.availability.changed.v1";

    private static final String TESTIMONY = "org.vigie.availability.testified.v1";

    @Bean
    MongoOutbox<WatchDocument> watchOutbox(MongoOperations mongo, Vantages vantages) {
        return new MongoOutbox<>(
                mongo, WatchDocument.class, WatchDocument::id, document -> publication(document, vantages));
    }

    @Bean
    StoredTopic watchesTopic(MongoOperations mongo) {
        return StoredTopic.read(mongo.getCollectionName(WatchDocument.class), Topics.CASES);
    }

    @Bean
    StoredTopic availabilityTopic(MongoOperations mongo, Vantages vantages) {
        var collection = mongo.getCollectionName(WatchDocument.class);
        return vantages.speaks()
                ? StoredTopic.published(collection, Topics.AVAILABILITY)
                : StoredTopic.read(collection, Topics.LOCATIONS);
    }

    @Bean
    Watches watches(MongoOperations mongo, MongoOutbox<WatchDocument> watchOutbox, Relay relay) {
        return new MongoWatches(mongo, stored -> {
            watchOutbox.stored(stored, Objects.requireNonNull(stored.version()));
            relay.stored(watchOutbox.name(), stored.id());
        });
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

    @Bean
    StoreIndex watchesByState() {
        return new StoreIndex(
                WatchDocument.class, new Index("state.kind", Sort.Direction.ASC), "how many are in each state");
    }

    @Bean
    StoreIndex watchesByFlag() {
        return new StoreIndex(
                WatchDocument.class, new Index("flags", Sort.Direction.ASC), "how many have what hinders looking");
    }

    @Bean
    StoreIndex watchesByStart() {
        return new StoreIndex(
                WatchDocument.class, new Index("startedAt", Sort.Direction.ASC), "the lives of pages lately");
    }

    /** One vantage speaks to everybody; each testifies to the others, in the partition in which they read the case. */
    private static Publication publication(WatchDocument document, Vantages vantages) {
        long version = Objects.requireNonNull(document.version());
        var watch = document.toDomain();
        var announcements = new ArrayList<Announcement>();
        if (vantages.speaks()) {
            announcements.add(
                    Announcement.of(Topics.AVAILABILITY, document.id(), TYPE, Report.availability(watch, version)));
        }
        if (vantages.areSeveral()) {
            announcements.add(Announcement.in(
                    document.partition(),
                    Topics.VANTAGES,
                    document.id() + "/" + vantages.own(),
                    TESTIMONY,
                    Report.testimony(watch, vantages, version)));
        }
        return new Publication(version, announcements);
    }
}
