package org.vigie.metrics.ledger;

import java.util.UUID;

/** Numbers from 0 for ids of 128 bits, in the order they came; 22 to 28 bytes for each. */
final class Interned {

    static final int NONE = -1;

    private static final long MIX = 0x9e3779b97f4a7c15L;
    private static final int SMALLEST = 64;

    private final LongColumn highs = new LongColumn();
    private final LongColumn lows = new LongColumn();
    /** A number and one, 0 where nothing is; a power of two of them. */
    private int[] slots = new int[SMALLEST];

    private int size;

    int size() {
        return size;
    }

    /** The id's number, {@link #NONE} if it has none. */
    int find(UUID id) {
        return find(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    int find(long high, long low) {
        return slots[slot(high, low)] - 1;
    }

    /** The id's number, a new one if need be. */
    int number(UUID id) {
        return number(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    int number(long high, long low) {
        var slot = slot(high, low);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        highs.set(size, high);
        lows.set(size, low);
        size++;
        slots[slot] = size;
        if (size > slots.length / 4 * 3) {
            grow();
        }
        return size - 1;
    }

    UUID id(int number) {
        return new UUID(highs.get(number), lows.get(number));
    }

    long high(int number) {
        return highs.get(number);
    }

    long low(int number) {
        return lows.get(number);
    }

    private int slot(long high, long low) {
        var mixed = (high * MIX ^ low) * MIX;
        var slot = (int) (mixed >>> 32) & (slots.length - 1);
        while (slots[slot] != 0 && !is(slots[slot] - 1, high, low)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean is(int number, long high, long low) {
        return highs.get(number) == high && lows.get(number) == low;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            slots[slot(highs.get(number), lows.get(number))] = number + 1;
        }
    }
}
