package org.vigie.support.web;

import org.vigie.support.Refusal;

/** A field of a request cannot be accepted. The message says what was expected and never repeats the value. */
public final class InvalidRequest extends Refusal {

    private static final long serialVersionUID = 1;

    private final String pointer;

    /**
     * Refuses a field.
     *
     * @param pointer JSON Pointer into the body, such as {@code /content/hashes/sha256}
     */
    public InvalidRequest(String pointer, String expected) {
        super(expected);
        this.pointer = pointer;
    }

    /** JSON Pointer into the body. */
    public String pointer() {
        return pointer;
    }
}
