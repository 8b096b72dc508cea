package org.vigie.support.reseal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import org.bson.Document;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.vigie.events.SealedUrl;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Witness;

/**
 * Stops the start if a keyset does not open what the store holds. The store keeps one word of each keyset that was ever
 * used with it.
 */
final class KeysetsFit implements SmartLifecycle {

    /** Where the words are kept: {@code key_id} and {@code ciphertext} by the keyset's name. */
    static final String COLLECTION = "keysets";

    private final MongoOperations mongo;
    private final Keysets keysets;
    private volatile boolean checked;

    KeysetsFit(MongoOperations mongo, Keysets keysets) {
        this.mongo = mongo;
        this.keysets = keysets;
    }

    /** @throws IllegalStateException naming the keyset that does not fit */
    @Override
    public void start() {
        keysets.opened().forEach(this::check);
        checked = true;
    }

    private void check(String name, Witness keyset) {
        var kept = mongo.findOne(query(where("_id").is(name)), Document.class, COLLECTION);
        if (kept == null) {
            keep(name, keyset.testify(name));
            return;
        }
        var word = new SealedUrl(kept.getString("key_id"), kept.getString("ciphertext"));
        if (!keyset.recognises(word, name)) {
            throw new IllegalStateException(
                    ("VIGIE_KEYS: keyset %s does not open what the store holds, which was sealed"
                                    + " with key %s. Put the right keysets back, or begin with an empty store.")
                            .formatted(name, word.keyId()));
        }
    }

    private void keep(String name, SealedUrl sealed) {
        try {
            mongo.insert(
                    new Document("_id", name)
                            .append("key_id", sealed.keyId())
                            .append("ciphertext", sealed.ciphertext()),
                    COLLECTION);
        } catch (DuplicateKeyException _) {
            // another process of the service was faster, with the same keysets or it does not start
        }
    }

    @Override
    public void stop() {
        checked = false;
    }

    @Override
    public boolean isRunning() {
        return checked;
    }

    /** Before the indexes, listeners and queues. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
