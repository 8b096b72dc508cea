package org.vigie.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How far a piece of evidence carries. */
public enum Confidence {
    HIGH,
    MEDIUM,
    LOW,
    /** Also what a value reads as that this build does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
