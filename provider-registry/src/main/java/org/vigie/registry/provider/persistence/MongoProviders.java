package org.vigie.registry.provider.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;
import org.vigie.registry.provider.Provider;
import org.vigie.registry.provider.ProviderExists;
import org.vigie.registry.provider.Providers;
import org.vigie.registry.provider.StaleProvider;
import org.vigie.support.outbox.Relay;

/** Keeps providers in the {@code providers} collection. */
@Repository
class MongoProviders implements Providers {

    static final String COLLECTION = "providers";
    static final String NAME_KEY = "nameKey";

    private final MongoOperations mongo;
    private final Relay relay;

    MongoProviders(MongoOperations mongo, Relay relay) {
        this.mongo = mongo;
        this.relay = relay;
    }

    @Override
    public Optional<Provider> find(UUID id) {
        return Optional.ofNullable(mongo.findById(id.toString(), ProviderDocument.class))
                .map(ProviderDocument::toDomain);
    }

    @Override
    public Optional<Provider> named(String nameKey) {
        return Optional.ofNullable(mongo.findOne(query(where(NAME_KEY).is(nameKey)), ProviderDocument.class))
                .map(ProviderDocument::toDomain);
    }

    @Override
    public List<Provider> all() {
        return mongo.find(new Query().with(Sort.by("_id")), ProviderDocument.class).stream()
                .map(ProviderDocument::toDomain)
                .toList();
    }

    @Override
    public Map<UUID, Long> versions() {
        var query = new Query();
        query.fields().include("version");
        var versions = new HashMap<UUID, Long>();
        for (var document : mongo.find(query, Document.class, COLLECTION)) {
            versions.put(UUID.fromString(document.getString("_id")), document.getLong("version"));
        }
        return versions;
    }

    @Override
    public Provider save(Provider provider) {
        var document = ProviderDocument.of(provider);
        try {
            var saved = provider.version() == null ? mongo.insert(document) : mongo.save(document);
            relay.stored(COLLECTION, saved.id());
            return saved.toDomain();
        } catch (DuplicateKeyException _) {
            throw new ProviderExists(named(provider.nameKey()).map(Provider::id).orElse(provider.id()));
        } catch (OptimisticLockingFailureException _) {
            throw new StaleProvider(provider.id());
        }
    }
}
