package org.vigie.store;

/**
 * Keys between two, in bytes.
 *
 * @param from the first
 * @param to the first that is no longer in it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Interval(byte[] from, byte[] to) {

    /** All keys that begin with {@code beginning}. */
    static Interval beginning(byte[] beginning) {
        return new Interval(beginning, Keys.after(beginning));
    }

    Interval after(byte[] prefix) {
        return new Interval(Keys.concat(prefix, from), to.length == 0 ? Keys.after(prefix) : Keys.concat(prefix, to));
    }
}
