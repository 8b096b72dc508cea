package org.vigie.metrics.statistics;

import java.util.UUID;

/** Reads what a {@link Packer} wrote. */
public final class Unpacker {

    private static final int PAYLOAD = 0x7f;
    private static final int MORE = 0x80;

    private final byte[] bytes;
    private int at;

    public Unpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    public boolean hasMore() {
        return at < bytes.length;
    }

    public long next() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            var group = bytes[at++];
            number |= (long) (group & PAYLOAD) << shift;
            if ((group & MORE) == 0) {
                return number;
            }
        }
    }

    public long nextSigned() {
        var number = next();
        return (number >>> 1) ^ -(number & 1);
    }

    public UUID nextId() {
        return new UUID(nextWhole(), nextWhole());
    }

    private long nextWhole() {
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            number = (number << Byte.SIZE) | (bytes[at++] & 0xff);
        }
        return number;
    }

    /** A number that was an int. */
    public int nextInt() {
        return Math.toIntExact(next());
    }
}
