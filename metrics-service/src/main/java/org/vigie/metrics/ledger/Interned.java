package org.vigie.metrics.ledger;

import java.util.UUID;

/** Numbers from 0 for ids of 128 bits, in the order they came; 27 to 37 bytes for each. */
final class Interned {

    static final int NONE = -1;

    private static final long MIX = 0x9e3779b97f4a7c15L;
    private static final int SMALLEST = 64;

    /** Two of them for each id. */
    private final LongColumn halves = new LongColumn();
    /**
     * A power of two of them: a number and one, and beside it half of the id's hash, so that other ids are passed over
     * without being looked at; 0 where nothing is.
     */
    private long[] slots = new long[SMALLEST];

    private int size;

    int size() {
        return size;
    }

    /** The id's number, {@link #NONE} if it has none. */
    int find(UUID id) {
        return find(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    int find(long high, long low) {
        return number(slots[slot(mix(high, low), high, low)]);
    }

    /** The id's number, a new one if need be. */
    int number(UUID id) {
        return number(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    int number(long high, long low) {
        var mixed = mix(high, low);
        var slot = slot(mixed, high, low);
        if (slots[slot] != 0) {
            return number(slots[slot]);
        }
        halves.set(2 * size, high);
        halves.set(2 * size + 1, low);
        slots[slot] = mixed << Integer.SIZE | ++size;
        if (size > slots.length / 4 * 3) {
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
        var slot = start(mixed);
        while (slots[slot] != 0
                && ((int) (slots[slot] >>> Integer.SIZE) != (int) mixed || !is(slots[slot], high, low))) {
            slot = after(slot);
        }
        return slot;
    }

    private boolean is(long slot, long high, long low) {
        var number = number(slot);
        return high(number) == high && low(number) == low;
    }

    private void grow() {
        slots = new long[slots.length * 2];
        for (int number = 0; number < size; number++) {
            var mixed = mix(high(number), low(number));
            var slot = start(mixed);
            while (slots[slot] != 0) {
                slot = after(slot);
            }
            slots[slot] = mixed << Integer.SIZE | (number + 1);
        }
    }

    private int start(long mixed) {
        return (int) (mixed >>> 32) & (slots.length - 1);
    }

    private int after(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    private static long mix(long high, long low) {
        return (high * MIX ^ low) * MIX;
    }

    private static int number(long slot) {
        return (int) slot - 1;
    }
}
