package org.vigie.notice.removal.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.vigie.events.Topics;
import org.vigie.notice.removal.Onlookers;
import org.vigie.support.events.StoredTopic;
import org.vigie.support.outbox.MongoOutbox;
import org.vigie.support.store.StoreFill;
import org.vigie.support.store.StoreIndex;

/** Indexes of cases, and what their outbox publishes. */
@Configuration(proxyBeanMethods = false)
class CaseStoreConfiguration {

    @Bean
    CasesOutbox casesOutbox(MongoOperations mongo, CaseSecrets secrets, Onlookers onlookers) {
        return new CasesOutbox(mongo, secrets, onlookers);
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
        return StoreIndex.by(CaseDocument.class, "the scan for due cases", "due");
    }

    @Bean
    StoreIndex casesWaitingForProvider() {
        return StoreIndex.by(CaseDocument.class, "cases waiting for a provider's copy", "wants.provider");
    }

    @Bean
    StoreIndex casesBeforeTheirFirstNotice() {
        return StoreIndex.by(
                CaseDocument.class, "cases of a host that wait for their first notice", "hostToken", "action.name");
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
    StoreIndex casesBySettlement() {
        return new StoreIndex(
                CaseDocument.class,
                new Index("settledAt", Sort.Direction.ASC).sparse(),
                "cases whose time may be over");
    }

    @Bean
    StoreFill casesWithoutSettlement(MongoCases cases) {
        return new StoreFill("cases.settledAt", CaseDocument.class, cases::fillWhenSettled);
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
        return StoreIndex.by(CaseDocument.class, "cases with the same content, and search by hash", "contentTokens");
    }

    @Bean
    StoreIndex casesByAddressee() {
        return StoreIndex.by(
                CaseDocument.class, "cases whose addressee a provider is", "route.addressee.providerId", "_id");
    }

    @Bean
    StoreIndex casesByState() {
        return StoreIndex.by(CaseDocument.class, "cases of a state, and how many there are", "shown", "_id");
    }

    @Bean
    StoreIndex casesListedByHost() {
        return StoreIndex.by(CaseDocument.class, "cases of a host", "hostToken", "_id");
    }

    @Bean
    StoreIndex casesByReceipt() {
        return StoreIndex.by(CaseDocument.class, "cases received since", "receivedAt");
    }

    @Bean
    StoreIndex casesByChange() {
        return StoreIndex.by(CaseDocument.class, "cases changed since", "changedAt");
    }
}
