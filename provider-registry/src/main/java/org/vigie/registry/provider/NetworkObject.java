package org.vigie.registry.provider;

import java.time.Instant;
import java.util.UUID;

/**
 * Something in the network that belongs to a provider; the provider's type is the role it gives.
 *
 * @param id made of provider, kind and value
 * @param value in canonical form: a range, a number, a name in lower-case ASCII without trailing dot
 */
public record NetworkObject(UUID id, Kind kind, String value, Source source, Instant validFrom) {

    /** What kind of thing it is. */
    public enum Kind {
        CIDR,
        ASN,
        DOMAIN_SUFFIX,
        EXACT_HOST,
        /** Host and path, {@code host/path}: whatever lies at or below the path, by whole segments. */
        URL_PREFIX,
        REGISTRAR_IANA_ID
    }

    /** The same thing, as another provider's. */
    NetworkObject of(UUID provider) {
        return of(provider, kind, value, source, validFrom);
    }

    static NetworkObject of(UUID provider, Kind kind, String value, Source source, Instant validFrom) {
        var id = NameBasedId.of("network-object", provider.toString(), kind.name(), value);
        return new NetworkObject(id, kind, value, source, validFrom);
    }
}
