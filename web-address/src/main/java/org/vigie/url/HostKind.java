package org.vigie.url;

/** What a host is, as far as its spelling tells. */
public enum HostKind {
    /** A name in the public name system, or one that could be. */
    DOMAIN,
    IPV4,
    IPV6,
    /** A version 3 onion service whose checksum is right (rend-spec-v3, section 6). */
    ONION_V3,
    /** A version 2 onion service; Tor no longer reaches these. */
    ONION_V2,
    /** A name under {@code .onion} that no onion service can have. */
    ONION_INVALID,
    /** A name that never resolves in the public name system (RFC 6761 and others), single labels included. */
    SPECIAL_USE
}
