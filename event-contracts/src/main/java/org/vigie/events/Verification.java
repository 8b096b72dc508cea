package org.vigie.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What is known of a content unit's legality; only {@code VERIFIED} material is ever notified. */
public enum Verification {
    SUSPECT,
    VERIFIED,
    NOT_ILLEGAL,
    CANNOT_ASSESS,
    /** Also what a value reads as that this build does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
