package org.vigie.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How drivers count: an aggregation of two stages, which would read every document that it counts. */
final class DriversCount {

    private static final Document HOW_MANY = new Document("_id", 1).append("n", new Document("$sum", 1));

    private DriversCount() {}

    /** The query whose documents are to be counted; absent if the aggregation is any other. */
    static Optional<Document> of(Document aggregate) {
        return aggregate.get("pipeline") instanceof List<?> stages
                        && stages.size() == 2
                        && HOW_MANY.equals(only("$group", stages.getLast()))
                        && only("$match", stages.getFirst()) instanceof Document query
                ? Optional.of(query)
                : Optional.empty();
    }

    private static @Nullable Object only(String operator, Object stage) {
        return stage instanceof Document one && one.size() == 1 ? one.get(operator) : null;
    }

    /** The answer, as the aggregation gives it: nothing if there are none. */
    static Document answer(String namespace, long count) {
        var counted = count == 0 ? List.of() : List.of(new Document("_id", 1).append("n", Math.toIntExact(count)));
        var cursor = new Document("id", 0L).append("ns", namespace).append("firstBatch", counted);
        return new Document("cursor", cursor).append("ok", 1.0);
    }
}
