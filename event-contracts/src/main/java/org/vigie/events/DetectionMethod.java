package org.vigie.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How the reporter recognised the material. */
public enum DetectionMethod {
    HASH_MATCH,
    MANUAL_REVIEW,
    /** Also what a value reads as that this build does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
