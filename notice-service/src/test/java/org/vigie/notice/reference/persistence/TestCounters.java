package org.vigie.notice.reference.persistence;

import org.springframework.data.mongodb.core.MongoOperations;
import org.vigie.notice.reference.Counters;

/** The counters of a database, for tests of what counts with them. */
public final class TestCounters {

    private TestCounters() {}

    public static Counters in(MongoOperations mongo) {
        return new MongoCounters(mongo);
    }
}
