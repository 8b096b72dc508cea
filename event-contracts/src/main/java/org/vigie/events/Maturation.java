package org.vigie.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** The stage of sexual maturation of the child shown, by the assessor's scheme. */
public enum Maturation {
    PREPUBESCENT,
    POSTPUBESCENT,
    UNDETERMINED,
    /** Also what a value reads as that this build does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
