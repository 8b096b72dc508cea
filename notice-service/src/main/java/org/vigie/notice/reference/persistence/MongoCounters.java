package org.vigie.notice.reference.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import org.vigie.notice.reference.Counters;

/** Keeps counters in the {@code counters} collection. */
@Repository
class MongoCounters implements Counters {

    private final MongoOperations mongo;

    MongoCounters(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Numbers below the least are passed over: in a burst the counter is ahead of it. */
    @Override
    public long next(String series, long atLeast, int count) {
        var counted = counted(series, count);
        if (counted >= atLeast) {
            return counted;
        }
        mongo.upsert(query(where("_id").is(series)), new Update().max("last", atLeast - 1), "counters");
        return counted(series, count);
    }

    private long counted(String series, int count) {
        var counted = mongo.findAndModify(
                query(where("_id").is(series)),
                new Update().inc("last", (long) count),
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                Document.class,
                "counters");
        return Objects.requireNonNull(counted).getLong("last") - count + 1;
    }
}
