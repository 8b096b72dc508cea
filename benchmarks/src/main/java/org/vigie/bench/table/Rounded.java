package org.vigie.bench.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;

/** Shares as the report prints them: the exact ratio in percent, half rounded up. */
final class Rounded {

    private Rounded() {}

    static BigDecimal percent(long part, long of, int decimals) {
        return BigDecimal.valueOf(100 * part)
                .divide(BigDecimal.valueOf(Math.max(1, of)), decimals, RoundingMode.HALF_UP);
    }

    /** Any part of a whole that prints as the percentage; the nearest if the whole is too small for it. */
    static int partOf(int whole, BigDecimal percentage, Random random) {
        var nearest = percentage.doubleValue() * whole / 100;
        var half = Math.pow(10, -percentage.scale()) * whole / 200;
        var drawn = (int) Math.round(nearest + (1.8 * random.nextDouble() - 0.9) * half);
        return percent(drawn, whole, percentage.scale()).compareTo(percentage) == 0 ? drawn : (int) Math.round(nearest);
    }
}
