package org.vigie.support.validation;

import org.vigie.support.Refusal;

/** A field of a request cannot be accepted. The message says what was expected and never repeats the value. */
public final class InvalidField extends Refusal {

    private static final long serialVersionUID = 1;

    private final String pointer;

    /**
     * Refuses a field.
     *
     * @param pointer JSON Pointer into the body, such as {@code /content/hashes/sha256}
     */
    public InvalidField(String pointer, String expected) {
        super(expected);
        this.pointer = pointer;
    }

    /** JSON Pointer into the body. */
    public String pointer() {
        return pointer;
    }
}
