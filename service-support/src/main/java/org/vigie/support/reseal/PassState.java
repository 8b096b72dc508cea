package org.vigie.support.reseal;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How far a pass over the stored documents is.
 *
 * @param keys that seal
 * @param topicKey the key that sealed what the topics hold, empty where this service seals nothing for one
 * @param step rises with each portion
 * @param collection that is looked at
 * @param after the id that was looked at last
 * @param documents about how many there were at its beginning
 * @param looked how many were looked at
 * @param resealed how many of them were stored anew
 * @param counts how many of the texts that were looked at each key seals
 * @param doneAt absent while it is on its way
 */
record PassState(
        String keys,
        String topicKey,
        long step,
        String collection,
        String after,
        long documents,
        long looked,
        long resealed,
        Map<String, Long> counts,
        @Nullable Instant doneAt) {

    /** Some documents of a collection that follow each other. */
    record Portion(String collection, String after, int looked, int resealed, Map<String, Long> counts) {}

    static PassState begun(String keys, String topicKey, long documents) {
        return new PassState(keys, topicKey, 0, "", "", documents, 0, 0, Map.of(), null);
    }

    static PassState of(Document stored) {
        var counts = new HashMap<String, Long>();
        stored.get("counts", Document.class).forEach((key, count) -> counts.put(key, ((Number) count).longValue()));
        var done = stored.getDate("doneAt");
        return new PassState(
                stored.getString("keys"),
                stored.getString("topicKey"),
                stored.getLong("step"),
                stored.getString("collection"),
                stored.getString("after"),
                stored.getLong("documents"),
                stored.getLong("looked"),
                stored.getLong("resealed"),
                counts,
                done == null ? null : done.toInstant());
    }

    PassState with(Portion portion) {
        var all = new HashMap<>(counts);
        portion.counts().forEach((key, count) -> all.merge(key, count, Long::sum));
        return new PassState(
                keys,
                topicKey,
                step + 1,
                portion.collection(),
                portion.after(),
                documents,
                looked + portion.looked(),
                resealed + portion.resealed(),
                all,
                null);
    }

    PassState done(String sealsTopics, Instant at) {
        return new PassState(keys, sealsTopics, step + 1, collection, after, documents, looked, resealed, counts, at);
    }

    boolean isDone() {
        return doneAt != null;
    }

    /** From 0 to 1; 1 only when it is done. */
    double share() {
        return isDone() ? 1 : Math.min(0.99, (double) looked / Math.max(1, documents));
    }

    Document toDocument(String id) {
        var document = new Document("_id", id)
                .append("keys", keys)
                .append("topicKey", topicKey)
                .append("step", step)
                .append("collection", collection)
                .append("after", after)
                .append("documents", documents)
                .append("looked", looked)
                .append("resealed", resealed)
                .append("counts", new Document(counts));
        return doneAt == null ? document : document.append("doneAt", Date.from(Objects.requireNonNull(doneAt)));
    }
}
