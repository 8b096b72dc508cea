package org.vigie.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a check may ask of a URL; {@code NEVER} leaves the look to a person. */
public enum ProbeRule {
    ANY,
    HEAD_ONLY,
    LANDING_PAGE_ONLY,
    NEVER,
    /** Also what a value reads as that this build does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
