package org.vigie.metrics.ledger;

/**
 * A layout of fields side by side in one int, the first in its lowest bits, each as wide as its values need. They live
 * in memory only: a build may lay them out otherwise. A field for which no room is left is refused, and with it the
 * class whose layout this is.
 */
final class Bits {

    private int used;

    /** Any of these values. */
    <E extends Enum<E>> OneOf<E> oneOf(E[] values) {
        var width = Integer.SIZE - Integer.numberOfLeadingZeros(values.length - 1);
        return new OneOf<>(values, take(width), width);
    }

    /** Any set of these values. */
    <E extends Enum<E>> AnyOf<E> anyOf(E[] values) {
        return new AnyOf<>(take(values.length));
    }

    Flag flag() {
        return new Flag(1 << take(1));
    }

    /** A number from 0 in all bits that are left, at least so many. */
    Rest rest(int least) {
        var left = Integer.SIZE - used;
        if (left < least) {
            throw new IllegalStateException("no room for a number of %d bits".formatted(least));
        }
        return new Rest(take(left));
    }

    private int take(int width) {
        if (width > Integer.SIZE - used) {
            throw new IllegalStateException("%d bits are taken and %d more do not fit".formatted(used, width));
        }
        var shift = used;
        used += width;
        return shift;
    }

    /** A field with one value. */
    static final class OneOf<E extends Enum<E>> {

        private final E[] values;
        private final int shift;
        private final int mask;

        private OneOf(E[] values, int shift, int width) {
            this.values = values.clone();
            this.shift = shift;
            this.mask = (1 << width) - 1;
        }

        int of(E value) {
            return Codes.of(value) << shift;
        }

        E in(int bits) {
            return values[bits >>> shift & mask];
        }
    }

    /** A field with some values, or none. */
    record AnyOf<E extends Enum<E>>(int shift) {

        int of(E value) {
            return 1 << (shift + Codes.of(value));
        }

        boolean isIn(int bits, E value) {
            return (bits & of(value)) != 0;
        }
    }

    /** A field that is set or not. */
    record Flag(int bit) {

        int of(boolean set) {
            return set ? bit : 0;
        }

        boolean isIn(int bits) {
            return (bits & bit) != 0;
        }
    }

    /** The last field. */
    record Rest(int shift) {

        int of(int number) {
            return number << shift;
        }

        int in(int bits) {
            return bits >>> shift;
        }
    }
}
