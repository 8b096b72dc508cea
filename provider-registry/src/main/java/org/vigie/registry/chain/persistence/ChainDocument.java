package org.vigie.registry.chain.persistence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A case's chain as MongoDB keeps it; its own outbox.
 *
 * @param snapshot the published record as JSON, its version left at 0
 * @param keyId names the key that sealed {@code seen} and {@code first}
 * @param seen what the network showed, sealed
 * @param first the same at the chain of the first notice, sealed
 */
@Document("chains")
record ChainDocument(
        @Id String id,
        @Version @Nullable Long version,
        boolean unpublished,
        String snapshot,
        boolean incomplete,
        List<String> usable,
        String keyId,
        String seen,
        @Nullable String first) {

    @Override
    public String toString() {
        return "ChainDocument[" + id + "]";
    }
}
