package org.vigie.store;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes that sort, without regard to sign, in the order in which MongoDB compares values of one type: a byte
 * for the type, then the value. No value's bytes are the beginning of another's, so that several form a compound key.
 */
final class Keys {

    static final byte EMPTY_ARRAY = 0x01;
    static final byte NULL = 0x02;
    static final byte NUMBER = 0x03;
    static final byte STRING = 0x04;
    static final byte OTHER = 0x05;
    static final byte BINARY = 0x06;
    static final byte OBJECT_ID = 0x07;
    static final byte BOOLEAN = 0x08;
    static final byte DATE = 0x09;

    private Keys() {}

    static byte[] of(@Nullable Object value) {
        return switch (value) {
            case null -> new byte[] {NULL};
            case Number number -> number(number);
            case String text -> text(text);
            case Instant instant -> longs(DATE, instant.toEpochMilli() ^ Long.MIN_VALUE);
            case Boolean truth -> new byte[] {BOOLEAN, (byte) (truth ? 1 : 0)};
            case UUID id -> longs(BINARY, id.getMostSignificantBits(), id.getLeastSignificantBits());
            case LegacyUUID id -> of(id.getUuid());
            case BinData data -> escaped(BINARY, data.getData());
            case ObjectId id -> concat(new byte[] {OBJECT_ID}, id.toByteArray());
            default -> new byte[] {OTHER};
        };
    }

    /** Whether {@link #of} keeps apart what MongoDB keeps apart, so that a key stands for its value. */
    static boolean isExact(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Decimal128 _ -> false;
            case Number _, String _, Instant _, Boolean _, UUID _, LegacyUUID _, BinData _, ObjectId _ -> true;
            default -> false;
        };
    }

    /** A double's order, then by how much a long is beside its nearest double. */
    private static byte[] number(Number number) {
        var nearest = number.doubleValue() == 0 ? 0.0 : number.doubleValue();
        long bits = Double.doubleToLongBits(nearest);
        long ordered = bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
        int beside = number instanceof Long whole ? (int) Math.clamp(whole - (long) nearest, -1024L, 1024L) : 0;
        return concat(longs(NUMBER, ordered), new byte[] {(byte) ((beside + 2048) >> 8), (byte) (beside + 2048)});
    }

    private static byte[] text(String text) {
        return escaped(STRING, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends with 0 1; a 0 within is written 0 -1. */
    private static byte[] escaped(byte type, byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length + 3);
        out.write(type);
        for (byte each : bytes) {
            out.write(each);
            if (each == 0) {
                out.write(0xFF);
            }
        }
        out.write(0);
        out.write(1);
        return out.toByteArray();
    }

    private static byte[] longs(byte type, long... values) {
        var bytes = new byte[1 + values.length * Long.BYTES];
        bytes[0] = type;
        int at = 1;
        for (long value : values) {
            for (int shift = 56; shift >= 0; shift -= 8) {
                bytes[at++] = (byte) (value >> shift);
            }
        }
        return bytes;
    }

    static byte[] concat(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The first key after all that begin with this one; empty if there is none. */
    static byte[] after(byte[] beginning) {
        for (int last = beginning.length - 1; last >= 0; last--) {
            if (beginning[last] != (byte) 0xFF) {
                var next = Arrays.copyOf(beginning, last + 1);
                next[last]++;
                return next;
            }
        }
        return new byte[0];
    }
}
