package org.vigie.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What is shown, as far as an assessor said it. */
public enum Act {
    SEX_ACT,
    EXHIBITION,
    OTHER,
    /** Also what a value reads as that this build does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
