package org.vigie.notice.removal.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.vigie.events.Topics;
import org.vigie.support.events.StoredTopic;
import org.vigie.support.outbox.MongoOutbox;
import org.vigie.support.outbox.Outbox;
import org.vigie.support.store.StoreFill;
import org.vigie.support.store.StoreIndex;

/** Indexes of cases, and what their outbox publishes. */
@Configuration(proxyBeanMethods = false)
class CaseStoreConfiguration {

    @Bean
    Outbox casesOutbox(MongoOperations mongo, CaseSecrets secrets) {
        return new CasesOutbox(mongo, secrets);
    }

    @Bean
    StoredTopic casesTopic(MongoOperations mongo) {
        return StoredTopic.published(mongo.getCollectionName(CaseDocument.class), Topics.CASES);
    }

    @Bean
    StoredTopic locationsTopic(MongoOperations mongo) {
        return StoredTopic.published(mongo.getCollectionName(CaseDocument.class), Topics.LOCATIONS);
    }

    @Bean
    StoreIndex casesBehind() {
        return MongoOutbox.index(CaseDocument.class);
    }

    @Bean
    StoreIndex oneCasePerUrl() {
        return new StoreIndex(
                CaseDocument.class, new Index("urlToken", Sort.Direction.ASC).unique(), "one case per canonical URL");
    }

    @Bean
    StoreIndex casesDue() {
        return new StoreIndex(CaseDocument.class, new Index("due", Sort.Direction.ASC), "the scan for due cases");
    }

    @Bean
    StoreIndex casesWaitingForProvider() {
        return new StoreIndex(
                CaseDocument.class,
                new Index("wants.provider", Sort.Direction.ASC),
                "cases waiting for a provider's copy");
    }

    @Bean
    StoreIndex casesBeforeTheirFirstNotice() {
        return new StoreIndex(
                CaseDocument.class,
                new Index("hostToken", Sort.Direction.ASC).on("action.name", Sort.Direction.ASC),
                "cases of a host that wait for their first notice");
    }

    @Bean
    StoreIndex casesByLastHandover() {
        return new StoreIndex(
                CaseDocument.class,
                new Index("lastHandoverAt", Sort.Direction.ASC).sparse(),
                "notified cases that got no reminder");
    }

    @Bean
    StoreFill casesWithoutTimes(MongoCases cases) {
        return new StoreFill("cases.changedAt,lastHandoverAt", CaseDocument.class, cases::fillWhenChangedAndReminded);
    }

    @Bean
    StoreIndex casesUnwritable() {
        return new StoreIndex(
                CaseDocument.class,
                new Index("unwritable", Sort.Direction.ASC).sparse(),
                "cases of which no notice can be written");
    }

    @Bean
    StoreIndex casesByContent() {
        return new StoreIndex(
                CaseDocument.class,
                new Index("contentTokens", Sort.Direction.ASC),
                "cases with the same content, and search by hash");
    }

    @Bean
    StoreIndex casesByAddressee() {
        return new StoreIndex(
                CaseDocument.class,
                new Index("route.addressee.providerId", Sort.Direction.ASC).on("_id", Sort.Direction.ASC),
                "cases whose addressee a provider is");
    }

    @Bean
    StoreIndex casesByState() {
        return new StoreIndex(
                CaseDocument.class,
                new Index("shown", Sort.Direction.ASC).on("_id", Sort.Direction.ASC),
                "cases of a state, and how many there are");
    }

    @Bean
    StoreIndex casesListedByHost() {
        return new StoreIndex(
                CaseDocument.class,
                new Index("hostToken", Sort.Direction.ASC).on("_id", Sort.Direction.ASC),
                "cases of a host");
    }

    @Bean
    StoreIndex casesByReceipt() {
        return new StoreIndex(CaseDocument.class, new Index("receivedAt", Sort.Direction.ASC), "cases received since");
    }

    @Bean
    StoreIndex casesByChange() {
        return new StoreIndex(CaseDocument.class, new Index("changedAt", Sort.Direction.ASC), "cases changed since");
    }
}
