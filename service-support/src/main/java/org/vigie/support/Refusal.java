package org.vigie.support;

import java.util.Objects;

/** The domain says no: trying again never helps. The message names no URL, host, hash or address. */
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    protected Refusal(String message) {
        super(message);
    }

    @Override
    public final String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
