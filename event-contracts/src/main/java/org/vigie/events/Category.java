package org.vigie.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * What kind of material it is: {@code HARMFUL_ABUSIVE} is tied to a child's abuse and not criminal everywhere (report
 * of 2021, note 1).
 */
public enum Category {
    CSAM,
    HARMFUL_ABUSIVE,
    /** Also what a value reads as that this build does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
