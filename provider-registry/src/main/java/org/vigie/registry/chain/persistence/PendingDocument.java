package org.vigie.registry.chain.persistence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A case to resolve as MongoDB keeps it. */
@Document("pending_resolutions")
record PendingDocument(@Id String id, @Nullable Instant due, long asked, int tries) {}
