package org.vigie.support;

/** An {@code Idempotency-Key} came with another body before; nothing was stored. */
public final class KeyReused extends Refusal {

    private static final long serialVersionUID = 1;

    public KeyReused() {
        super("the key came with another body before");
    }
}
