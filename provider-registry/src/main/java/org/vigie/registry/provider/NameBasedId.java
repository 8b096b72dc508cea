package org.vigie.registry.provider;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Ids derived from names (RFC 9562, section 5.5: UUIDv5): the same parts give the same id everywhere. */
final class NameBasedId {

    private static final UUID NAMESPACE = UUID.fromString("5a3c58b7-8df0-4d28-9d6b-8f5e2f0f4f0e");

    private NameBasedId() {}

    static UUID of(String... parts) {
        return UuidCreator.getNameBasedSha1(NAMESPACE, String.join("\u0000", parts));
    }
}
