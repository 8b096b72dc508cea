package org.vigie.metrics.statistics;

import java.io.ByteArrayOutputStream;

/** Writes whole numbers in seven-bit groups, low first: one byte for each below 128. */
public final class Packer {

    private static final int PAYLOAD = 0x7f;
    private static final int MORE = 0x80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Adds a number that is not negative. */
    public Packer add(long number) {
        var left = number;
        while ((left & ~PAYLOAD) != 0) {
            bytes.write((int) (left & PAYLOAD) | MORE);
            left >>>= 7;
        }
        bytes.write((int) left);
        return this;
    }

    public byte[] toBytes() {
        return bytes.toByteArray();
    }
}
