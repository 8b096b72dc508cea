package org.vigie.availability.watch.persistence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.availability.watch.Hazards.Life;
import org.vigie.availability.watch.Removal;

/** The part of a stored watch that tells how long its content lived. */
@Document("watches")
record LifeDocument(
        @Id String id,
        @Nullable HostPart assignment,
        @Nullable Instant startedAt,
        List<Removal> removals,
        WatchDocument.StatePart state) {

    /** Who hosts it. */
    record HostPart(@Nullable String hostProvider) {}

    List<Life> lives() {
        var provider = assignment == null ? null : assignment.hostProvider();
        return Life.of(provider == null ? null : UUID.fromString(provider), startedAt, removals, state.toDomain());
    }
}
