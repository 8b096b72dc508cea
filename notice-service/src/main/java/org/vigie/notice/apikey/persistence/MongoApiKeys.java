package org.vigie.notice.apikey.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import org.vigie.notice.apikey.ApiKey;
import org.vigie.notice.apikey.ApiKeys;
import org.vigie.support.access.Partner;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;

/** Keeps keys in the {@code apiKeys} collection. */
@Repository
class MongoApiKeys implements ApiKeys {

    private final MongoOperations mongo;
    private final Seal store;

    MongoApiKeys(MongoOperations mongo, Keysets keysets) {
        this.mongo = mongo;
        this.store = keysets.store("notice-service");
    }

    @Override
    public void add(ApiKey key) {
        mongo.insert(ApiKeyDocument.of(key, store));
    }

    @Override
    public Optional<ApiKey> find(UUID keyId) {
        return Optional.ofNullable(mongo.findById(keyId.toString(), ApiKeyDocument.class))
                .map(document -> document.toDomain(store));
    }

    @Override
    public Optional<ApiKey> withHash(String hash) {
        return Optional.ofNullable(mongo.findOne(query(where("hash").is(hash)), ApiKeyDocument.class))
                .map(document -> document.toDomain(store));
    }

    @Override
    public void endBy(UUID keyId, Instant end) {
        mongo.updateFirst(
                query(where("_id").is(keyId.toString()).and("expiresAt").gt(end)),
                Update.update("expiresAt", end),
                ApiKeyDocument.class);
    }

    @Override
    public void revoke(UUID keyId, ApiKey.Revocation revocation) {
        var id = keyId.toString();
        mongo.updateFirst(
                query(where("_id").is(id).and("revocation").is(null)),
                Update.update("revocation", ApiKeyDocument.sealed(revocation, id, store)),
                ApiKeyDocument.class);
    }

    @Override
    public void used(UUID keyId, LocalDate day) {
        mongo.updateFirst(
                query(where("_id").is(keyId.toString())),
                Update.update("lastUsedOn", day.toString()),
                ApiKeyDocument.class);
    }

    @Override
    public List<ApiKey> page(@Nullable Partner partner, @Nullable UUID after, int limit) {
        var query = new Query().with(Sort.by("_id")).limit(limit);
        if (partner != null) {
            query.addCriteria(where("partner").is(partner.id()));
        }
        if (after != null) {
            query.addCriteria(where("_id").gt(after.toString()));
        }
        return mongo.find(query, ApiKeyDocument.class).stream()
                .map(document -> document.toDomain(store))
                .toList();
    }
}
