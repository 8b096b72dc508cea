package org.vigie.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a URL leads to. */
public enum Locator {
    MEDIA,
    PAGE,
    ARCHIVE,
    /** Also what a value reads as that this build does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
