package org.vigie.support.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * That this service put a record aside: where it stands in its topic, and why, with nothing of what is in it.
 *
 * @param place topic, partition and offset
 * @param kind of failure: the simple name of the exception's class
 * @param line where in our code it failed, as class and line
 * @param reason which field is wrong and how, absent unless the record is not what its topic promises
 * @param parking another one each time that it is put aside
 */
@Document("parked_records")
record ParkedRecord(
        @Id String place,
        String topic,
        int partition,
        long offset,
        String kind,
        String line,
        @Nullable String reason,
        @Field(ParkedRecords.PARKED_AT) Instant parkedAt,
        @Field(ParkedRecords.PARKING) String parking) {}
