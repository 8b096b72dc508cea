package org.vigie.registry.provider.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.vigie.events.Topics;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.removal.ContactFeedbackSnapshot;
import org.vigie.registry.provider.Contact;
import org.vigie.registry.provider.Provider;
import org.vigie.support.copies.Copies;
import org.vigie.support.copies.MongoCopies;
import org.vigie.support.events.StoredTopic;
import org.vigie.support.outbox.Announcement;
import org.vigie.support.outbox.MongoOutbox;
import org.vigie.support.outbox.Outbox;
import org.vigie.support.outbox.Publication;
import org.vigie.support.store.StoreIndex;

/** What providers need of the store, and what is published of them. */
@Configuration(proxyBeanMethods = false)
class ProviderStore {

    @Bean
    StoreIndex oneProviderPerName() {
        return new StoreIndex(
                ProviderDocument.class,
                new Index(MongoProviders.NAME_KEY, Sort.Direction.ASC).unique(),
                "a provider taught twice is there once");
    }

    @Bean
    StoreIndex contactsByConfirmation() {
        return new StoreIndex(
                ProviderDocument.class,
                new Index(MongoProviders.LAST_CONFIRMED, Sort.Direction.ASC),
                "the scan for contacts to be confirmed anew");
    }

    @Bean
    StoreIndex providersByGroup() {
        return new StoreIndex(
                ProviderDocument.class,
                new Index(MongoProviders.GROUP, Sort.Direction.ASC),
                "the subsidiaries of a provider that is merged");
    }

    @Bean
    StoreIndex providersBehind() {
        return MongoOutbox.index(ProviderDocument.class);
    }

    @Bean
    StoredTopic providersTopic(MongoOperations mongo) {
        return StoredTopic.published(mongo.getCollectionName(ProviderDocument.class), Topics.PROVIDERS);
    }

    @Bean
    Outbox providerOutbox(MongoOperations mongo) {
        return new MongoOutbox<>(mongo, ProviderDocument.class, ProviderDocument::id, ProviderStore::publication);
    }

    @Bean
    Copies<ContactFeedbackSnapshot> contactFeedback(MongoOperations mongo) {
        return new MongoCopies<>(mongo, "copies_contact_feedback", ContactFeedbackSnapshot.class);
    }

    private static Publication publication(ProviderDocument document) {
        var snapshot = snapshot(document.toDomain());
        return Publication.of(
                snapshot.version(),
                Announcement.of(Topics.PROVIDERS, document.id(), "org.vigie.provider.changed.v1", snapshot));
    }

    private static ProviderSnapshot snapshot(Provider provider) {
        var version = provider.version();
        if (version == null) {
            throw new IllegalStateException("only what was stored is published");
        }
        return new ProviderSnapshot(
                provider.id(),
                version,
                provider.name(),
                provider.legalName(),
                provider.type(),
                provider.country(),
                provider.namingSource(),
                provider.group(),
                provider.mergedInto(),
                provider.retired(),
                provider.reportedApart(),
                provider.contacts().stream().map(ProviderStore::contact).toList());
    }

    private static ProviderSnapshot.Contact contact(Contact contact) {
        var lastConfirmed = contact.lastConfirmed();
        return new ProviderSnapshot.Contact(
                contact.id(),
                contact.channel(),
                contact.address(),
                contact.format(),
                contact.language(),
                contact.health(),
                lastConfirmed == null ? null : lastConfirmed.toEpochMilli(),
                contact.noForward() != null,
                false,
                contact.openpgpFingerprint());
    }
}
