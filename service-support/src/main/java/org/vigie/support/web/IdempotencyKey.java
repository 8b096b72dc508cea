package org.vigie.support.web;

/** What names a request, as its header {@code Idempotency-Key} says: 1 to 200 characters. */
public record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";
}
