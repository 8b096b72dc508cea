package org.vigie.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What kind of host a URL names. */
public enum HostKind {
    DOMAIN,
    IPV4,
    IPV6,
    ONION_V3,
    ONION_V2,
    ONION_INVALID,
    SPECIAL_USE,
    /** Also what a value reads as that this build does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
