package org.vigie.support.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * What falls due first in a collection whose documents carry {@code due}, which needs an index. A queue reads it once a
 * minute: what lies behind the limit comes nearer as the rest is worked off.
 */
public final class DueScan {

    /** So many at most, however many there are. */
    public static final int LIMIT = 10_000;

    private static final String DUE = "due";

    private DueScan() {}

    /** By id, when each of the earliest falls due, in the past or in the future. */
    public static <K> Map<K, Instant> earliest(MongoOperations mongo, String collection, Function<String, K> toKey) {
        return earliest(mongo, collection, toKey, LIMIT);
    }

    static <K> Map<K, Instant> earliest(
            MongoOperations mongo, String collection, Function<String, K> toKey, int limit) {
        var query = query(where(DUE).ne(null)).with(Sort.by(DUE)).limit(limit);
        query.fields().include(DUE);
        var found = new HashMap<K, Instant>();
        for (var document : mongo.find(query, Document.class, collection)) {
            found.put(
                    toKey.apply(document.getString("_id")),
                    document.getDate(DUE).toInstant());
        }
        return found;
    }
}
