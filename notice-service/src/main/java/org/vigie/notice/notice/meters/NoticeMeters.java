package org.vigie.notice.notice.meters;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;

import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.meters.Readings;

/** Notices by how far they have come, and by kind: counted in the store. */
@Component
class NoticeMeters implements MeterSource {

    private static final List<String> STATES =
            List.of("PENDING", "CLAIMED", "HANDED_OVER", "UNCERTAIN", "UNRESOLVED", "SENT", "FAILED", "WITHDRAWN");

    private final MongoOperations mongo;

    NoticeMeters(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void measure(Readings into) {
        count("state.name", STATES, "vigie_notices", "Notices, by how far they have come.", "state", into);
        count("kind", List.of(), "vigie_notices_of_kind", "Notices, by kind.", "kind", into);
    }

    /** Every value there is, and 0 for those that are known and not there. */
    private void count(String field, List<String> known, String name, String help, String label, Readings into) {
        var rows = mongo.aggregate(newAggregation(group(field).count().as("count")), "notices", Document.class)
                .getMappedResults();
        for (var row : rows) {
            into.gauge(name, help, row.get("count", Number.class), label, row.getString("_id"));
        }
        known.stream()
                .filter(value -> rows.stream().noneMatch(row -> value.equals(row.getString("_id"))))
                .forEach(value -> into.gauge(name, help, 0, label, value));
    }
}
