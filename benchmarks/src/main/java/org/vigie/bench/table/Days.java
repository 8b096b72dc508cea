package org.vigie.bench.table;

import java.util.Random;

/** Invented times of removal, in days, that have the percentiles asked for. */
final class Days {

    private static final int LONGEST = 365;

    private final int[] days;
    private final Random random;
    private int filled;

    private Days(int count, Random random) {
        this.days = new int[count];
        this.random = random;
    }

    /** So many removals with this median and 90th percentile by nearest rank, shuffled. */
    static int[] of(int count, int p50, int p90, Random random) {
        var rank50 = Block.rank(count, 50);
        var rank90 = Block.rank(count, 90);
        var shorter = p50 == 1 ? 0 : share(rank50 - 1, 0.7, 0.97, random);
        var longer = share(count - rank90, 0.5, 1, random);
        var median = p50 == p90 ? count - longer : rank50 + share(rank90 - 1 - rank50, 0.1, 0.4, random);
        var all = new Days(count, random);
        all.upTo(share(shorter, 0.4, 0.7, random), 1, 1);
        all.upTo(shorter, 1, p50 - 1);
        all.upTo(median, p50, p50);
        all.upTo(rank90 - 1, p50, p90);
        all.upTo(count - longer, p90, p90);
        all.upTo(count, p90 + 1, Math.min(LONGEST, 3 * p90 + 10));
        return all.shuffled();
    }

    /**
     * So many removals, of which a given number took longer than a limit and some exactly as long.
     *
     * @param oneDay share of the others that took one day
     */
    static int[] around(int count, int limit, int longer, double oneDay, Random random) {
        var exact = Math.min(count - longer, 1 + count / 100);
        if (longer < 0 || exact < 1) {
            throw new IllegalArgumentException("%d of %d cannot take longer".formatted(longer, count));
        }
        var all = new Days(count, random);
        all.upTo((int) Math.ceil((count - longer - exact) * oneDay), 1, 1);
        all.upTo(count - longer - exact, 1, limit - 1);
        all.upTo(count - longer, limit, limit);
        all.upTo(count, limit + 1, LONGEST);
        return all.shuffled();
    }

    static int share(int of, double least, double most, Random random) {
        return (int) (of * (least + (most - least) * random.nextDouble()));
    }

    /** Fills up to a position with days between two, the shorter ones more often. */
    private void upTo(int end, int shortest, int longest) {
        for (; filled < end; filled++) {
            var day = Math.exp(Math.log(shortest) + random.nextDouble() * (Math.log(longest + 1) - Math.log(shortest)));
            days[filled] = Math.clamp((long) day, shortest, longest);
        }
    }

    private int[] shuffled() {
        for (int i = days.length - 1; i > 0; i--) {
            var j = random.nextInt(i + 1);
            var swapped = days[i];
            days[i] = days[j];
            days[j] = swapped;
        }
        return days;
    }
}
