package org.vigie.support.reseal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.vigie.events.Topics;
import org.vigie.support.events.StoredTopic;
import org.vigie.support.outbox.MongoOutbox;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;
import org.vigie.support.seal.Witness;

/**
 * Looks at every stored document once for each state of the keysets, and again until nothing had to be sealed anew. How
 * far it is stands in the store: whoever starts next goes on there.
 */
final class ResealingPass {

    static final String COLLECTION = "resealing";

    private static final String ID = "pass";
    private static final int PORTION = 100;
    private static final Set<String> WITHOUT = Set.of(COLLECTION, "fills");
    private static final List<String> SEALED_TOPICS = List.of(Topics.LOCATIONS, Topics.CHAINS);

    private final MongoOperations mongo;
    private final Keysets keysets;
    private final List<StoredTopic> topics;
    private final Clock clock;

    ResealingPass(MongoOperations mongo, Keysets keysets, List<StoredTopic> topics, Clock clock) {
        this.mongo = mongo;
        this.keysets = keysets;
        this.topics = topics.stream()
                .filter(topic -> topic.owned() && SEALED_TOPICS.contains(topic.topic()))
                .toList();
        this.clock = clock;
    }

    /** The keys that seal now, one after the other: a text that changes when one is rotated. */
    String keys() {
        var primaries = new TreeMap<String, String>();
        keysets.opened()
                .forEach((name, keyset) -> primaries.put(name, keyset.keys().primary()));
        return String.join(" ", primaries.values());
    }

    private String sealsTopics() {
        var location = keysets.opened().get("location");
        return location == null ? "" : location.keys().primary();
    }

    /** How far it is, absent before the first. */
    @Nullable
    PassState state() {
        var stored = mongo.findOne(query(where("_id").is(ID)), Document.class, COLLECTION);
        return stored == null ? null : PassState.of(stored);
    }

    /** Looks at some documents, and returns whether there is more to do. */
    boolean step() {
        var state = state();
        if (state == null || !state.keys().equals(keys())) {
            mongo.save(begun(state == null ? sealsTopics() : state.topicKey()), COLLECTION);
            return true;
        }
        if (state.isDone()) {
            return false;
        }
        var next = collections()
                .filter(name -> name.compareTo(state.collection()) >= 0)
                .min(Comparator.naturalOrder());
        if (next.isEmpty()) {
            return ended(state);
        }
        var after = next.get().equals(state.collection()) ? state.after() : "";
        keep(state, portion(next.get(), after));
        return true;
    }

    private Stream<String> collections() {
        return mongo.getCollectionNames().stream()
                .filter(name -> !WITHOUT.contains(name) && !name.startsWith("system."));
    }

    private Document begun(String topicKey) {
        keysets.opened().forEach(this::renewWord);
        var documents = collections().mapToLong(mongo::estimatedCount).sum();
        return PassState.begun(keys(), topicKey, documents).toDocument(ID);
    }

    /** The word by which the keyset is known at a start is one of the key that stays. */
    private void renewWord(String name, Witness keyset) {
        var word = keyset.testify(name);
        mongo.updateFirst(
                query(where("_id").is(name).and("key_id").ne(word.keyId())),
                new Update().set("key_id", word.keyId()).set("ciphertext", word.ciphertext()),
                KeysetsFit.COLLECTION);
    }

    private PassState.Portion portion(String collection, String after) {
        var documents = mongo.find(
                query(where("_id").gt(after)).with(Sort.by("_id")).limit(PORTION), Document.class, collection);
        if (documents.isEmpty()) {
            // the name that follows next in order, of a collection or not
            return new PassState.Portion(collection + "\0", "", 0, 0, Map.of());
        }
        var seals = seals();
        var counts = new HashMap<String, Long>();
        var resealed = 0;
        for (var document : documents) {
            var found = SealedTexts.in(document, seals);
            found.counts().forEach((key, count) -> counts.merge(key, count, Long::sum));
            resealed += found.changed().isEmpty() ? 0 : 1;
            store(collection, document, found.changed());
        }
        return new PassState.Portion(
                collection, documents.getLast().getString("_id"), documents.size(), resealed, counts);
    }

    private Map<String, Seal> seals() {
        var seals = new HashMap<String, Seal>();
        keysets.opened().forEach((name, keyset) -> {
            if (keyset instanceof Seal seal) {
                seals.put(name, seal);
            }
        });
        return seals;
    }

    /** Whoever stored a field meanwhile sealed it anew. */
    private void store(String collection, Document before, Map<String, Object> changed) {
        if (changed.isEmpty()) {
            return;
        }
        var unchanged = where("_id").is(before.get("_id"));
        var update = new Update();
        changed.forEach((name, value) -> {
            unchanged.and(name).is(before.get(name));
            update.set(name, value);
        });
        mongo.updateFirst(query(unchanged), update, collection);
    }

    /** Another process of the service may have looked at the same documents, and noted it first. */
    private void keep(PassState before, PassState.Portion portion) {
        var after = before.with(portion).toDocument(ID);
        mongo.findAndReplace(query(where("_id").is(ID).and("step").is(before.step())), after, COLLECTION);
    }

    private boolean ended(PassState state) {
        if (state.resealed() > 0) {
            // Somebody who had read the keysets earlier may have sealed as before meanwhile.
            mongo.save(begun(state.topicKey()), COLLECTION);
            return true;
        }
        var sealsTopics = sealsTopics();
        if (!state.topicKey().equals(sealsTopics)) {
            topics.stream().map(StoredTopic::collection).distinct().forEach(this::publishAgain);
        }
        mongo.save(state.done(sealsTopics, clock.instant()).toDocument(ID), COLLECTION);
        return false;
    }

    /** Readers know the versions and do nothing; the topic keeps the last record of each key. */
    private void publishAgain(String collection) {
        mongo.updateMulti(
                query(where(MongoOutbox.UNPUBLISHED).is(false)),
                Update.update(MongoOutbox.UNPUBLISHED, true),
                collection);
    }
}
