package org.vigie.notice.removal.persistence;

import java.util.ArrayList;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.vigie.events.Topics;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.notice.removal.Shown;
import org.vigie.support.copies.Copies;
import org.vigie.support.copies.MongoCopies;
import org.vigie.support.outbox.Announcement;
import org.vigie.support.outbox.MongoOutbox;
import org.vigie.support.outbox.Outbox;
import org.vigie.support.outbox.Publication;
import org.vigie.support.store.StoreIndex;

/** Indexes of cases, the copies they need, and what their outbox publishes. */
@Configuration(proxyBeanMethods = false)
class CaseStoreConfiguration {

    @Bean
    Outbox casesOutbox(MongoOperations mongo, CaseSecrets secrets) {
        return new MongoOutbox<>(mongo, CaseDocument.class, document -> publication(document, secrets));
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
    StoreIndex casesByContent() {
        return new StoreIndex(
                CaseDocument.class,
                new Index("contentTokens", Sort.Direction.ASC),
                "cases with the same content, and search by hash");
    }

    @Bean
    StoreIndex contentsUntold() {
        return new StoreIndex(
                ContentDocument.class,
                new Index("untold", Sort.Direction.ASC),
                "contents of which cases have something to hear");
    }

    @Bean
    StoreIndex casesByAddressee() {
        return new StoreIndex(
                CaseDocument.class,
                new Index("route.addressee.providerId", Sort.Direction.ASC),
                "cases whose addressee a provider is");
    }

    @Bean
    Copies<ChainSnapshot> chainCopies(MongoOperations mongo) {
        return new MongoCopies<>(mongo, "copies_chains", ChainSnapshot.class);
    }

    @Bean
    Copies<ProviderSnapshot> providerCopies(MongoOperations mongo) {
        return new MongoCopies<>(mongo, "copies_providers", ProviderSnapshot.class);
    }

    private static Publication publication(CaseDocument document, CaseSecrets secrets) {
        var known = document.toDomain(secrets);
        long version = Objects.requireNonNull(document.version());
        var type = "org.vigie.case." + Shown.of(known).name().toLowerCase(java.util.Locale.ROOT) + ".v1";
        var host = known.tokens().host();
        var announcements = new ArrayList<Announcement>();
        announcements.add(new Announcement(Topics.CASES, document.id(), host, type, CaseSnapshots.of(known, version)));
        announcements.add(new Announcement(
                Topics.LOCATIONS,
                document.id(),
                host,
                "org.vigie.location.known.v1",
                new LocationSnapshot(known.caseId(), version, secrets.location(known))));
        for (var targeting : known.targetings()) {
            CaseSnapshots.of(targeting, known)
                    .map(snapshot -> new Announcement(
                            Topics.TARGETINGS,
                            targeting.targetingId().toString(),
                            targeting.providerId().toString(),
                            "org.vigie.targeting." + snapshot.end().name().toLowerCase(java.util.Locale.ROOT) + ".v1",
                            snapshot))
                    .ifPresent(announcements::add);
        }
        return new Publication(version, announcements);
    }
}
