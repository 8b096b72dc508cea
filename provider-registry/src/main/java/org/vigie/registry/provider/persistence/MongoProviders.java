package org.vigie.registry.provider.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.registry.provider.Changes;
import org.vigie.registry.provider.Provider;
import org.vigie.registry.provider.ProviderExists;
import org.vigie.registry.provider.Providers;
import org.vigie.support.outbox.Relay;
import org.vigie.support.work.Optimistic;

/** Keeps providers in the {@code providers} collection. */
@Repository
class MongoProviders implements Providers {

    static final String COLLECTION = "providers";
    static final String NAME_KEY = "nameKey";
    static final String LAST_CONFIRMED = "contacts.lastConfirmed";
    static final String GROUP = "group";

    private static final String CHANGES = "provider_changes";
    private static final String LATEST = "latest";
    private static final String BEGAN_AT = "beganAt";
    private static final String COUNT = "count";
    private static final String NEWEST = "newest";
    private static final int MOST_NEWEST = 100;
    private static final long NONE = -1;

    private final MongoOperations mongo;
    private final Relay relay;
    /** The latest version of each that this process counted. */
    private final Map<UUID, Long> counted = new ConcurrentHashMap<>();

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
    public List<Provider> after(@Nullable UUID cursor, int limit) {
        var asked = cursor == null ? new Query() : query(where("_id").gt(cursor.toString()));
        return mongo.find(asked.with(Sort.by("_id")).limit(limit), ProviderDocument.class).stream()
                .map(ProviderDocument::toDomain)
                .toList();
    }

    @Override
    public List<Provider> all() {
        return mongo.find(new Query().with(Sort.by("_id")), ProviderDocument.class).stream()
                .map(ProviderDocument::toDomain)
                .toList();
    }

    @Override
    public List<Provider> of(Set<UUID> ids) {
        var these = ids.stream().map(UUID::toString).toList();
        return mongo.find(query(where("_id").in(these)), ProviderDocument.class).stream()
                .map(ProviderDocument::toDomain)
                .toList();
    }

    @Override
    public List<UUID> confirmedBefore(Instant instant, int limit) {
        var query = query(where("contacts")
                        .elemMatch(where("health")
                                .is(Health.OK)
                                .and("lastConfirmed")
                                .lt(instant))
                        .and("retired")
                        .is(false)
                        .and("mergedInto")
                        .isNull())
                .limit(limit);
        query.fields().include("_id");
        return mongo.find(query, Document.class, COLLECTION).stream()
                .map(found -> UUID.fromString(found.getString("_id")))
                .toList();
    }

    @Override
    public List<Provider> ofGroup(UUID group) {
        return mongo
                .find(query(where(GROUP).is(group.toString())).with(Sort.by("_id")), ProviderDocument.class)
                .stream()
                .map(ProviderDocument::toDomain)
                .toList();
    }

    @Override
    public Changes changes() {
        var latest = mongo.findById(LATEST, Document.class, CHANGES);
        return latest == null
                ? new Changes(0, List.of())
                : new Changes(
                        latest.getLong(BEGAN_AT) + latest.getLong(COUNT),
                        newest(latest).stream().map(UUID::fromString).toList());
    }

    private static List<String> newest(Document latest) {
        return latest.getList(NEWEST, String.class);
    }

    @Override
    public void heardOfChange(UUID id, long version) {
        if (counted.getOrDefault(id, NONE) < version) {
            count(id, version);
        }
    }

    private void count(UUID id, long version) {
        var latest = Objects.requireNonNull(mongo.findAndModify(
                query(where("_id").is(LATEST)),
                new Update().inc(COUNT, 1L).push(NEWEST, id.toString()).setOnInsert(BEGAN_AT, anywhere()),
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                Document.class,
                CHANGES));
        counted.merge(id, version, Math::max);
        if (newest(latest).size() > MOST_NEWEST) {
            forgetNewest(latest.getLong(COUNT));
        }
    }

    /** A store that was emptied counts on from elsewhere: nobody takes its changes for those that were known. */
    private static long anywhere() {
        return ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE / 2);
    }

    /** Nothing if there was a change meanwhile; the next one sees to it. */
    private void forgetNewest(long count) {
        mongo.updateFirst(
                query(where("_id").is(LATEST).and(COUNT).is(count)), new Update().set(NEWEST, List.of()), CHANGES);
    }

    @Override
    public Optional<Provider> save(Provider provider) {
        var stored = Optimistic.write(() -> stored(provider));
        stored.ifPresent(saved -> {
            relay.stored(COLLECTION, saved.id());
            count(provider.id(), Objects.requireNonNull(saved.version()));
        });
        return stored.map(ProviderDocument::toDomain);
    }

    private ProviderDocument stored(Provider provider) {
        var document = ProviderDocument.of(provider);
        try {
            return provider.version() == null ? mongo.insert(document) : mongo.save(document);
        } catch (DuplicateKeyException _) {
            throw new ProviderExists(named(provider.nameKey()).map(Provider::id).orElse(provider.id()));
        }
    }
}
