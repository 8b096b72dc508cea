package org.vigie.registry.chain.persistence;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** What became of one targeting as MongoDB keeps it; a void one counts nothing. */
@Document("track_records")
record TrackRecordDocument(
        @Id String id, long version, String provider, Instant handedOverAt, boolean counts, boolean removedWithinDay) {}
