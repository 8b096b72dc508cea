package org.vigie.metrics.ledger;

/** Small numbers for enum values. They live in memory only: a build may give other ones. */
final class Codes {

    private Codes() {}

    @SuppressWarnings("EnumOrdinal") // never stored or sent
    static int of(Enum<?> value) {
        return value.ordinal();
    }
}
