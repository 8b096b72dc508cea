package org.vigie.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** In which capacity a provider can act on a URL; the order is that of the tiers. */
public enum Role {
    CONTENT_ADMIN,
    HOST,
    CDN,
    REGISTRAR,
    UPSTREAM,
    REGISTRY,
    /** Also what a value reads as that this build does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
