package org.vigie.registry.provider;

/** Where a fact about a provider comes from; what stands earlier is believed before what stands later. */
public enum Source {
    /** A person taught it here. */
    MANUAL,
    /** A partner organisation told it. */
    PARTNER,
    /** It showed in the work, such as an origin that a CDN disclosed. */
    LEARNED,
    /** A registry's answer (RFC 9083). */
    RDAP,
    /** The list that comes with the software. */
    CURATED
}
