package org.vigie.notice.retention.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import org.vigie.notice.retention.Erasures;

/** Keeps counts in the {@code erasures} collection, one document a day. */
@Repository
class MongoErasures implements Erasures {

    private static final String COLLECTION = "erasures";
    private static final String COUNTS = "counts";

    private final MongoOperations mongo;

    MongoErasures(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void count(Instant at, Map<String, Long> counts) {
        var day = LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
        var update = new Update();
        counts.forEach((name, count) -> update.inc(COUNTS + "." + name, count));
        mongo.upsert(query(where("_id").is(day)), update, COLLECTION);
    }

    @Override
    public Map<String, Long> all() {
        var all = new TreeMap<String, Long>();
        for (var day : mongo.findAll(Document.class, COLLECTION)) {
            day.get(COUNTS, Document.class)
                    .forEach((name, count) -> all.merge(name, ((Number) count).longValue(), Long::sum));
        }
        return all;
    }
}
