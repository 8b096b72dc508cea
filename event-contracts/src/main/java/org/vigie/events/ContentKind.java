package org.vigie.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** A single image or video, or an archive, which counts one whatever it contains. */
public enum ContentKind {
    MEDIA,
    ARCHIVE,
    /** Also what a value reads as that this build does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
