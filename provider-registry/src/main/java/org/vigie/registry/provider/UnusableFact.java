package org.vigie.registry.provider;

import org.vigie.support.Refusal;

/** Something said of a provider cannot be used. The message says what was expected and never repeats the value. */
public final class UnusableFact extends Refusal {

    private static final long serialVersionUID = 1;

    private final String field;

    UnusableFact(String field, String expected) {
        super(expected);
        this.field = field;
    }

    /** Name of the field, in the form of the JSON: {@code network_objects/0/value}. */
    public String field() {
        return field;
    }

    /** The same, said of the field as part of another. */
    UnusableFact within(String outer) {
        return new UnusableFact(outer + "/" + field, getMessage());
    }
}
