package org.vigie.notice.message;

import org.vigie.support.Refusal;

/** A notice that must not be sent as it is: a value that could forge a header, or a part that says what nobody said. */
public final class UnsafeNotice extends Refusal {

    private static final long serialVersionUID = 1;

    private final String field;

    /** @param field which field it is, never its value */
    public UnsafeNotice(String field) {
        super("unsafe notice: " + field);
        this.field = field;
    }

    /** Which field it is. */
    public String field() {
        return field;
    }
}
