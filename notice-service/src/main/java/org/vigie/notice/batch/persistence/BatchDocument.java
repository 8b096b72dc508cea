package org.vigie.notice.batch.persistence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.notice.batch.Batch;

/**
 * A batch as it is stored.
 *
 * @param due when to work on it, absent once it is done
 */
@Document("reportBatches")
record BatchDocument(
        @Id String id,
        String origin,
        String fingerprint,
        UUID upload,
        Instant receivedAt,
        int lines,
        int parts,
        int worked,
        int accepted,
        int refused,
        @Nullable Instant due) {

    static BatchDocument of(Batch batch, @Nullable Instant due) {
        return new BatchDocument(
                batch.batchId().toString(),
                batch.origin(),
                batch.fingerprint(),
                batch.upload(),
                batch.receivedAt(),
                batch.lines(),
                batch.parts(),
                batch.worked(),
                batch.accepted(),
                batch.refused(),
                due);
    }

    Batch toDomain() {
        return new Batch(
                UUID.fromString(id), origin, fingerprint, upload, receivedAt, lines, parts, worked, accepted, refused);
    }
}
