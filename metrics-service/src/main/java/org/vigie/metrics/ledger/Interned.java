package org.vigie.metrics.ledger;

import java.util.UUID;

/** Numbers from 0 for ids of 128 bits, in the order they came; 23 to 30 bytes for each. */
final class Interned {

    static final int NONE = -1;

    private static final long MIX = 0x9e3779b97f4a7c15L;
    private static final int SMALLEST = 64;

    /** Two of them for each id. */
    private final LongColumn halves = new LongColumn();
    /** A power of two of them. */
    private int[] numbers = new int[SMALLEST];
    /** A few bits of the id in each slot, 0 where none is: a miss touches nothing but these, which lie side by side. */
    private byte[] tags = new byte[SMALLEST];

    private int size;

    int size() {
        return size;
    }

    /** The id's number, {@link #NONE} if it has none. */
    int find(UUID id) {
        return find(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    int find(long high, long low) {
        var slot = slot(mix(high, low), high, low);
        return tags[slot] == 0 ? NONE : numbers[slot];
    }

    /** The id's number, a new one if need be. */
    int number(UUID id) {
        return number(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    int number(long high, long low) {
        var mixed = mix(high, low);
        var slot = slot(mixed, high, low);
        if (tags[slot] != 0) {
            return numbers[slot];
        }
        halves.set(2 * size, high);
        halves.set(2 * size + 1, low);
        tags[slot] = tag(mixed);
        numbers[slot] = size++;
        if (size > tags.length / 4 * 3) {
            grow();
        }
        return size - 1;
    }

    UUID id(int number) {
        return new UUID(high(number), low(number));
    }

    long high(int number) {
        return halves.get(2 * number);
    }

    long low(int number) {
        return halves.get(2 * number + 1);
    }

    /** Where the id is, or where it would go. */
    private int slot(long mixed, long high, long low) {
        var tag = tag(mixed);
        var slot = start(mixed);
        while (tags[slot] != 0 && (tags[slot] != tag || !is(numbers[slot], high, low))) {
            slot = after(slot);
        }
        return slot;
    }

    private boolean is(int number, long high, long low) {
        return high(number) == high && low(number) == low;
    }

    private void grow() {
        numbers = new int[numbers.length * 2];
        tags = new byte[numbers.length];
        for (int number = 0; number < size; number++) {
            var mixed = mix(high(number), low(number));
            var slot = start(mixed);
            while (tags[slot] != 0) {
                slot = after(slot);
            }
            tags[slot] = tag(mixed);
            numbers[slot] = number;
        }
    }

    private int start(long mixed) {
        return (int) (mixed >>> 32) & (tags.length - 1);
    }

    private int after(int slot) {
        return (slot + 1) & (tags.length - 1);
    }

    private static long mix(long high, long low) {
        return (high * MIX ^ low) * MIX;
    }

    private static byte tag(long mixed) {
        return (byte) (mixed >>> 57 | 0x80);
    }
}
