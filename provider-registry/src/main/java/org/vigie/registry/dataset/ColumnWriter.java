package org.vigie.registry.dataset;

import java.io.DataOutputStream;
import java.io.IOException;

/** Writes numbers in as few bytes as they need: seven bits a byte, the lowest first. */
final class ColumnWriter {

    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    private final DataOutputStream out;

    ColumnWriter(DataOutputStream out) {
        this.out = out;
    }

    void number(long unsigned) throws IOException {
        var rest = unsigned;
        while ((rest & ~SEVEN_BITS) != 0) {
            out.writeByte((int) ((rest & SEVEN_BITS) | MORE));
            rest >>>= Byte.SIZE - 1;
        }
        out.writeByte((int) rest);
    }

    /** A column as AS numbers are kept. */
    void unsigned(int[] column) throws IOException {
        for (int value : column) {
            number(Integer.toUnsignedLong(value));
        }
    }
}
