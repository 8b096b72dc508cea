package org.vigie.support.events;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

/** What this service put aside and has not applied since, for as long as the topics keep it. */
public final class ParkedRecords {

    static final String PARKED_AT = "parked_at";
    static final String PARKING = "parking";

    private static final Logger LOG = LoggerFactory.getLogger(ParkedRecords.class);
    private static final int LISTED = 1_000;

    private final MongoOperations mongo;
    private final Clock clock;

    ParkedRecords(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * Those put aside for one cause.
     *
     * @param kind of failure: the simple name of the exception's class
     * @param line where in our code it failed, as class and line
     * @param reason which field is wrong and how, empty unless the record is not what its topic promises
     */
    public record Cause(String topic, String kind, String line, String reason) {

        static Cause of(ParkedRecord record) {
            return new Cause(
                    record.topic(), record.kind(), record.line(), record.reason() == null ? "" : record.reason());
        }
    }

    /** A cause, and when a record was put aside for it. */
    public record Parked(Cause cause, Instant at) {}

    /** Those put aside last, at most 1,000, the latest first. */
    public List<Parked> latest() {
        return listed().stream()
                .map(record -> new Parked(Cause.of(record), record.parkedAt()))
                .toList();
    }

    /**
     * Whatever fails in it holds nothing up, or the record would be put aside without end: its dead letter is there.
     */
    void add(ConsumerRecord<?, ?> record, FailureCause cause) {
        var now = clock.instant();
        try {
            mongo.remove(query(where(PARKED_AT).lt(now.minus(EventsConfiguration.KEPT))), ParkedRecord.class);
            mongo.save(new ParkedRecord(
                    "%s/%d/%d".formatted(record.topic(), record.partition(), record.offset()),
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    cause.kind().substring(cause.kind().lastIndexOf('.') + 1),
                    cause.place(),
                    cause.reason(),
                    now,
                    UUID.randomUUID().toString()));
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("a dead letter is missing from the list of its causes");
        }
    }

    List<ParkedRecord> listed() {
        var since = clock.instant().minus(EventsConfiguration.KEPT);
        var latest = query(where(PARKED_AT).gte(since)).with(Sort.by(Sort.Direction.DESC, PARKED_AT));
        return mongo.find(latest.limit(LISTED), ParkedRecord.class);
    }

    /** Takes it off the list, unless it was put aside once more; returns whether it did. */
    boolean applied(ParkedRecord record) {
        return mongo.remove(parking(record), ParkedRecord.class).getDeletedCount() > 0;
    }

    private static Query parking(ParkedRecord record) {
        return query(where("_id").is(record.place()).and(PARKING).is(record.parking()));
    }
}
