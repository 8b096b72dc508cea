package org.vigie.metrics.ledger;

/** The cycle of a targeting with its notices and bounces, in one number: a small one where they are small. */
record Sent(int cycle, int notices, int bounces) {

    private static final int CYCLES = 6;
    private static final int NOTICES = 13;
    private static final int BOUNCES = 12;
    private static final int WIDE = 21;
    private static final int MOST = (1 << WIDE) - 1;

    long packed() {
        if (cycle >>> CYCLES == 0 && notices >>> NOTICES == 0 && bounces >>> BOUNCES == 0) {
            return ((((long) bounces << NOTICES) | notices) << CYCLES) | cycle;
        }
        return Long.MIN_VALUE | (((wide(bounces) << WIDE) | wide(notices)) << WIDE) | wide(cycle);
    }

    static Sent of(long packed) {
        return packed < 0
                ? new Sent((int) packed & MOST, (int) (packed >>> WIDE) & MOST, (int) (packed >>> (2 * WIDE)) & MOST)
                : new Sent(
                        cycle(packed),
                        ((int) packed >>> CYCLES) & ((1 << NOTICES) - 1),
                        (int) packed >>> (CYCLES + NOTICES));
    }

    static int cycle(long packed) {
        return (int) packed & (packed < 0 ? MOST : (1 << CYCLES) - 1);
    }

    private static long wide(int count) {
        return Math.clamp(count, 0, MOST);
    }
}
