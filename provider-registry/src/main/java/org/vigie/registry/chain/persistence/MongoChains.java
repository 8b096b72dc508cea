package org.vigie.registry.chain.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.registry.chain.CaseChain;
import org.vigie.registry.chain.Chains;
import org.vigie.support.events.EventJson;
import org.vigie.support.outbox.MongoOutbox;
import org.vigie.support.outbox.Relay;
import org.vigie.support.seal.Keysets;
import org.vigie.support.work.Optimistic;

/** Keeps chains in the {@code chains} collection, what was seen sealed. */
@Repository
class MongoChains implements Chains {

    static final String COLLECTION = "chains";
    static final String INCOMPLETE = "incomplete";
    static final String USABLE = "usable";

    private final MongoOperations mongo;
    private final MongoOutbox<ChainDocument> outbox;
    private final Relay relay;
    private final ChainSecrets secrets;

    MongoChains(MongoOperations mongo, MongoOutbox<ChainDocument> outbox, Relay relay, Keysets keysets) {
        this.mongo = mongo;
        this.outbox = outbox;
        this.relay = relay;
        this.secrets = new ChainSecrets(keysets);
    }

    @Override
    public Optional<CaseChain> find(UUID caseId) {
        return Optional.ofNullable(mongo.findById(caseId.toString(), ChainDocument.class))
                .map(this::toDomain);
    }

    @Override
    public Optional<CaseChain> save(CaseChain chain) {
        var document = toDocument(chain);
        return Optimistic.write(() -> {
            var saved = chain.version() == null ? mongo.insert(document) : mongo.save(document);
            var version = Objects.requireNonNull(saved.version());
            outbox.stored(saved, version);
            relay.stored(COLLECTION, saved.id());
            return chain.storedAt(version);
        });
    }

    @Override
    public List<UUID> incomplete() {
        return ids(where(INCOMPLETE).is(true));
    }

    @Override
    public List<UUID> dependingOn(UUID provider) {
        var only = where(USABLE).is(provider.toString());
        return mongo.find(query(only), ChainDocument.class, COLLECTION).stream()
                .filter(document -> document.usable().size() == 1)
                .map(document -> UUID.fromString(document.id()))
                .toList();
    }

    private List<UUID> ids(Criteria criteria) {
        var query = query(criteria);
        query.fields().include("_id");
        return mongo.find(query, Document.class, COLLECTION).stream()
                .map(document -> UUID.fromString(document.getString("_id")))
                .toList();
    }

    private ChainDocument toDocument(CaseChain chain) {
        var id = chain.caseId().toString();
        var seen = secrets.seal(chain.seen(), id);
        return new ChainDocument(
                id,
                chain.version(),
                true,
                EventJson.MAPPER.writeValueAsString(chain.snapshot()),
                chain.incomplete(),
                chain.usable().stream().map(UUID::toString).toList(),
                seen.keyId(),
                seen.ciphertext(),
                chain.first() == null ? null : secrets.seal(chain.first(), id).ciphertext());
    }

    private CaseChain toDomain(ChainDocument document) {
        var first = document.first();
        return new CaseChain(
                UUID.fromString(document.id()),
                document.version(),
                EventJson.MAPPER.readValue(document.snapshot(), ChainSnapshot.class),
                secrets.open(document, document.seen()),
                first == null ? null : secrets.open(document, first),
                document.incomplete(),
                document.usable().stream().map(UUID::fromString).toList());
    }
}
