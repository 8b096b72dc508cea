package org.vigie.notice.notice.meters;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import org.vigie.notice.message.NoticeKind;
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
        var states = counted("state.name");
        STATES.forEach(state ->
                into.gauge("vigie_notices", "Notices, by how far they have come.", of(states, state), "state", state));
        var kinds = counted("kind");
        for (var kind : NoticeKind.values()) {
            into.gauge("vigie_notices_of_kind", "Notices, by kind.", of(kinds, kind.name()), "kind", kind.name());
        }
    }

    private Map<String, Number> counted(String field) {
        var counted = newAggregation(group(field).count().as("count"));
        return mongo.aggregate(counted, "notices", Document.class).getMappedResults().stream()
                .collect(Collectors.toMap(row -> row.getString("_id"), row -> row.get("count", Number.class)));
    }

    private static Number of(Map<String, Number> counts, String value) {
        return counts.getOrDefault(value, 0);
    }
}
