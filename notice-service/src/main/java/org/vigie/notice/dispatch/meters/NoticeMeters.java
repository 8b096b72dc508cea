package org.vigie.notice.dispatch.meters;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import org.vigie.notice.dispatch.NoticeState;
import org.vigie.notice.message.NoticeKind;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.meters.Readings;

/** Notices by how far they have come, and by kind: counted in the store. */
@Component
class NoticeMeters implements MeterSource {

    private final MongoOperations mongo;

    NoticeMeters(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void measure(Readings into) {
        for (var state : NoticeState.Name.values()) {
            into.gauge(
                    "vigie_notices",
                    "Notices, by how far they have come.",
                    count("state.name", state.name()),
                    "state",
                    state.name());
        }
        for (var kind : NoticeKind.values()) {
            into.gauge("vigie_notices_of_kind", "Notices, by kind.", count("kind", kind.name()), "kind", kind.name());
        }
    }

    private long count(String field, String value) {
        return mongo.count(query(where(field).is(value)), "notices");
    }
}
