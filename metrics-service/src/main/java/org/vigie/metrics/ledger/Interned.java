package org.vigie.metrics.ledger;

import java.util.UUID;

/**
 * Numbers from 0 for ids of 128 bits, each of which may belong to one of several owners, in the order they came; 27 to
 * 37 bytes for each, and 4 more where there are owners.
 */
final class Interned {

    static final int NONE = -1;

    private static final int NOBODY = 0;
    private static final long MIX = 0x9e3779b97f4a7c15L;
    private static final long OWNER_MIX = 0xc2b2ae3d27d4eb4fL;
    private static final int SMALLEST = 64;

    /** Two of them for each id. */
    private final LongColumn halves = new LongColumn();

    private final IntColumn owners = new IntColumn();
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
        return find(NOBODY, id);
    }

    /** The number of an owner's id, {@link #NONE} if it has none. */
    int find(int owner, UUID id) {
        var high = id.getMostSignificantBits();
        var low = id.getLeastSignificantBits();
        return number(slots[slot(mix(owner, high, low), owner, high, low)]);
    }

    /** The id's number, a new one if need be. */
    int number(UUID id) {
        return number(NOBODY, id);
    }

    /** The number of an owner's id, a new one if need be. */
    int number(int owner, UUID id) {
        var high = id.getMostSignificantBits();
        var low = id.getLeastSignificantBits();
        var mixed = mix(owner, high, low);
        var slot = slot(mixed, owner, high, low);
        if (slots[slot] != 0) {
            return number(slots[slot]);
        }
        halves.set(2 * size, high);
        halves.set(2 * size + 1, low);
        if (owner != NOBODY) {
            owners.set(size, owner);
        }
        slots[slot] = mixed << Integer.SIZE | ++size;
        if (size > slots.length / 4 * 3) {
            grow();
        }
        return size - 1;
    }

    UUID id(int number) {
        return new UUID(halves.get(2 * number), halves.get(2 * number + 1));
    }

    int owner(int number) {
        return owners.get(number);
    }

    /** Where the id is, or where it would go. */
    private int slot(long mixed, int owner, long high, long low) {
        var slot = start(mixed);
        while (slots[slot] != 0
                && ((int) (slots[slot] >>> Integer.SIZE) != (int) mixed || !is(slots[slot], owner, high, low))) {
            slot = after(slot);
        }
        return slot;
    }

    private boolean is(long slot, int owner, long high, long low) {
        var number = number(slot);
        return halves.get(2 * number) == high && halves.get(2 * number + 1) == low && owners.get(number) == owner;
    }

    private void grow() {
        slots = new long[slots.length * 2];
        for (int number = 0; number < size; number++) {
            var mixed = mix(owners.get(number), halves.get(2 * number), halves.get(2 * number + 1));
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

    private static long mix(int owner, long high, long low) {
        return ((high * MIX) ^ (low + owner * OWNER_MIX)) * MIX;
    }

    private static int number(long slot) {
        return (int) slot - 1;
    }
}
