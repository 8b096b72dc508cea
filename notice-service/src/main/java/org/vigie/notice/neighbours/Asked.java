package org.vigie.notice.neighbours;

/** What became of a question to another service that answers nothing but that it was done. */
public enum Asked {
    DONE,
    /** It does not count the person as somebody who may. */
    NOT_ALLOWED,
    /**
     * It did not answer in time, or not as it should; whether it was done is not known, and asking again does no harm.
     */
    SILENT,
    /** Nobody said where it is. */
    UNKNOWN
}
