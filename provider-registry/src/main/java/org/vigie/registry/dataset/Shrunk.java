package org.vigie.registry.dataset;

/** How much smaller than the one in use a newer edition may be: less is taken for a fault of the file. */
public final class Shrunk {

    private static final double SMALLEST_SHARE = 0.8;

    private Shrunk() {}

    /**
     * Refuses an edition of which a fifth or more is missing.
     *
     * @param what a row is called
     * @throws BrokenDataSet if it is too small
     */
    public static void check(long next, long before, String what) {
        if (next < before * SMALLEST_SHARE) {
            throw new BrokenDataSet("%d %s are less than 80 %% of the %d in use".formatted(next, what, before));
        }
    }
}
