package org.vigie.metrics.statistics;

import java.util.Arrays;
import java.util.UUID;

/** Writes whole numbers in seven-bit groups, low first: one byte for each below 128. Not safe for threads. */
public final class Packer {

    private static final int PAYLOAD = 0x7f;
    private static final int MORE = 0x80;
    private static final int LONGEST = 10;

    private byte[] bytes = new byte[64];
    private int size;

    /** Adds a number; one that is not negative takes least. */
    public Packer add(long number) {
        room();
        var left = number;
        while ((left & ~PAYLOAD) != 0) {
            bytes[size++] = (byte) ((left & PAYLOAD) | MORE);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
        return this;
    }

    /** Adds a number that is as likely to be negative. */
    public Packer addSigned(long number) {
        return add((number << 1) ^ (number >> (Long.SIZE - 1)));
    }

    /** Adds an id as it is. */
    public Packer add(UUID id) {
        return addWhole(id.getMostSignificantBits()).addWhole(id.getLeastSignificantBits());
    }

    private Packer addWhole(long number) {
        room();
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[size++] = (byte) (number >>> shift);
        }
        return this;
    }

    private void room() {
        if (bytes.length - size < LONGEST) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
