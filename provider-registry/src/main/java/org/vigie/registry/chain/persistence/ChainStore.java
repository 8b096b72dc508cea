package org.vigie.registry.chain.persistence;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.vigie.events.SealedUrl;
import org.vigie.events.Topics;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.support.copies.Copies;
import org.vigie.support.copies.MongoCopies;
import org.vigie.support.events.EventJson;
import org.vigie.support.events.StoredTopic;
import org.vigie.support.outbox.Announcement;
import org.vigie.support.outbox.MongoOutbox;
import org.vigie.support.outbox.Publication;
import org.vigie.support.seal.Keysets;
import org.vigie.support.store.StoreIndex;

/** What chains need of the store, and what is published of them. */
@Configuration(proxyBeanMethods = false)
class ChainStore {

    @Bean
    Copies<CaseSnapshot> cases(MongoOperations mongo) {
        return new MongoCopies<>(mongo, "copies_cases", CaseSnapshot.class);
    }

    @Bean
    Copies<LocationSnapshot> locations(MongoOperations mongo) {
        return new MongoCopies<>(mongo, "copies_locations", LocationSnapshot.class);
    }

    @Bean
    StoredTopic chainsTopic(MongoOperations mongo) {
        return StoredTopic.published(mongo.getCollectionName(ChainDocument.class), Topics.CHAINS);
    }

    @Bean
    MongoOutbox<ChainDocument> chainOutbox(MongoOperations mongo, Keysets keysets) {
        var secrets = new ChainSecrets(keysets);
        return new MongoOutbox<>(
                mongo, ChainDocument.class, ChainDocument::id, document -> publication(document, secrets));
    }

    @Bean
    StoreIndex chainsBehind() {
        return MongoOutbox.index(ChainDocument.class);
    }

    @Bean
    StoreIndex dueResolutions() {
        return new StoreIndex(
                PendingDocument.class, new Index("due", Direction.ASC), "the scan for cases to be resolved");
    }

    @Bean
    StoreIndex incompleteChains() {
        return new StoreIndex(
                ChainDocument.class,
                new Index(MongoChains.INCOMPLETE, Direction.ASC),
                "cases that a provider taught later may complete");
    }

    @Bean
    StoreIndex chainsByUsableProvider() {
        return new StoreIndex(
                ChainDocument.class,
                new Index(MongoChains.USABLE, Direction.ASC),
                "cases that lose their only addressee");
    }

    @Bean
    StoreIndex trackRecordsByProvider() {
        return new StoreIndex(
                TrackRecordDocument.class,
                new Index("provider", Direction.ASC).on("handedOverAt", Direction.ASC),
                "a provider's responsiveness over 90 days");
    }

    private static Publication publication(ChainDocument document, ChainSecrets secrets) {
        var version = document.version();
        if (version == null) {
            throw new IllegalStateException("only what was stored is published");
        }
        var kept = EventJson.MAPPER.readValue(document.snapshot(), ChainSnapshot.class);
        var snapshot = published(kept, version, secrets.addresses(document));
        return Publication.of(
                version, Announcement.of(Topics.CHAINS, document.id(), "org.vigie.chain.resolved.v1", snapshot));
    }

    private static ChainSnapshot published(ChainSnapshot kept, long version, @Nullable SealedUrl addresses) {
        return new ChainSnapshot(
                kept.caseId(),
                version,
                kept.resolvedAt(),
                kept.hostKind(),
                kept.hops(),
                kept.ranking(),
                kept.failures(),
                kept.probeRule(),
                kept.shared(),
                kept.degraded(),
                kept.reason(),
                kept.changes(),
                addresses);
    }
}
