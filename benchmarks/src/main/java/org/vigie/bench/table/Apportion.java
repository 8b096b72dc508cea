package org.vigie.bench.table;

import java.util.Random;

/** Splits whole numbers so that every sum comes out exactly. */
final class Apportion {

    private Apportion() {}

    /** Rows of the given sizes spread over columns of the given sizes, as evenly as whole numbers allow. */
    static int[][] table(int[] rows, int[] columns) {
        var left = columns.clone();
        var table = new int[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            table[i] = over(rows[i], left);
            for (int j = 0; j < left.length; j++) {
                left[j] -= table[i][j];
            }
        }
        return table;
    }

    /** A number spread over places in proportion to their weights, to none more than its weight. */
    static int[] over(int number, int[] weights) {
        var left = sum(weights);
        if (number > left) {
            throw new IllegalArgumentException("%d do not fit into %d: the scale is too small".formatted(number, left));
        }
        var parts = new int[weights.length];
        long open = number;
        for (int i = 0; i < weights.length; i++) {
            parts[i] = left == 0 ? 0 : (int) Math.round((double) open * weights[i] / left);
            left -= weights[i];
            parts[i] = (int) Math.max(parts[i], open - left);
            open -= parts[i];
        }
        return parts;
    }

    /** Sizes that add up to a sum, none above the largest and none below 1, few large and many small. */
    static int[] zipf(int sum, int parts, int largest, Random random) {
        var weights = new double[parts];
        var all = 0.0;
        for (int i = 0; i < parts; i++) {
            weights[i] = (0.5 + random.nextDouble()) / Math.pow(i + 3, 0.9);
            all += weights[i];
        }
        var sizes = new int[parts];
        var left = sum;
        for (int i = 0; i < parts; i++) {
            sizes[i] = Math.clamp((long) (sum * weights[i] / all), 1, largest);
            left -= sizes[i];
        }
        for (int i = 0; left != 0; i = (i + 1) % parts) {
            var change = Math.clamp(left, 1 - sizes[i], largest - sizes[i]);
            change = Math.clamp(change, -1 - sum / parts / 50, 1 + sum / parts / 50);
            sizes[i] += change;
            left -= change;
        }
        return sizes;
    }

    static long sum(int[] numbers) {
        long sum = 0;
        for (var number : numbers) {
            sum += number;
        }
        return sum;
    }
}
