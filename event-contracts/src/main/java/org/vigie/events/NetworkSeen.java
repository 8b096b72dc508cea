package org.vigie.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Where a sighting was made: on the clear web or on a dark network. */
public enum NetworkSeen {
    CLEAR,
    DARK,
    /** Also what a value reads as that this build does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
