package org.vigie.registry.dataset;

import java.io.DataInputStream;
import java.io.IOException;

/** Reads what {@link ColumnWriter} wrote. */
final class ColumnReader {

    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final int MOST_ROWS = 10_000_000;

    private final DataInputStream in;

    ColumnReader(DataInputStream in) {
        this.in = in;
    }

    long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE - 1) {
            int next = in.readUnsignedByte();
            value |= (long) (next & SEVEN_BITS) << shift;
            if ((next & MORE) == 0) {
                return value;
            }
        }
        throw new BrokenDataSet("a number has more than 64 bits");
    }

    /** How many rows follow; a broken file must not make us take all memory. */
    int count() throws IOException {
        long count = number();
        if (count < 0 || count > MOST_ROWS) {
            throw new BrokenDataSet("it claims to have more rows than the Internet has networks");
        }
        return (int) count;
    }

    int[] unsigned(int rows) throws IOException {
        var column = new int[rows];
        for (int i = 0; i < rows; i++) {
            column[i] = (int) number();
        }
        return column;
    }
}
