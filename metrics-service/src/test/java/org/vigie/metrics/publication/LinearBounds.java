package org.vigie.metrics.publication;

import java.util.Arrays;

/** How small and how large each unknown can be where sums are known and nothing is below 0: the simplex method. */
final class LinearBounds {

    private static final double NOTHING = 1e-7;

    private final int unknowns;
    private double[][] rows;
    private int[] basis;

    /**
     * Takes what can be solved.
     *
     * @param sums coefficients of the unknowns and, last, what they add up to
     */
    LinearBounds(double[][] sums, int unknowns) {
        this.unknowns = unknowns;
        var all = unknowns + sums.length;
        rows = new double[sums.length][all + 1];
        basis = new int[sums.length];
        for (int i = 0; i < sums.length; i++) {
            var sign = sums[i][unknowns] < 0 ? -1 : 1;
            for (int j = 0; j < unknowns; j++) {
                rows[i][j] = sign * sums[i][j];
            }
            rows[i][unknowns + i] = 1;
            rows[i][all] = sign * sums[i][unknowns];
            basis[i] = unknowns + i;
        }
        var aim = new double[all];
        Arrays.fill(aim, unknowns, all, -1);
        if (Math.abs(largest(aim)) > NOTHING) {
            throw new AssertionError("no counts have these sums");
        }
        dropHelpers();
    }

    double smallest(int unknown) {
        return -with(unknown, -1);
    }

    /** Without bound it is infinite. */
    double largest(int unknown) {
        return with(unknown, 1);
    }

    private double with(int unknown, int sign) {
        var aim = new double[unknowns];
        aim[unknown] = sign;
        return largest(aim);
    }

    /** By Bland's rule, which never goes in circles. */
    private double largest(double[] aim) {
        while (true) {
            var entering = entering(aim);
            if (entering < 0) {
                return value(aim);
            }
            var leaving = -1;
            for (int i = 0; i < rows.length; i++) {
                if (rows[i][entering] > NOTHING && (leaving < 0 || isBefore(i, leaving, entering))) {
                    leaving = i;
                }
            }
            if (leaving < 0) {
                return Double.POSITIVE_INFINITY;
            }
            pivot(leaving, entering);
        }
    }

    private int entering(double[] aim) {
        for (int j = 0; j < aim.length; j++) {
            var gain = aim[j];
            for (int i = 0; i < rows.length; i++) {
                gain -= aim[basis[i]] * rows[i][j];
            }
            if (gain > NOTHING) {
                return j;
            }
        }
        return -1;
    }

    private boolean isBefore(int row, int other, int entering) {
        var one = last(row) / rows[row][entering];
        var two = last(other) / rows[other][entering];
        return one < two - NOTHING || (one < two + NOTHING && basis[row] < basis[other]);
    }

    private double last(int row) {
        return rows[row][rows[row].length - 1];
    }

    private double value(double[] aim) {
        var value = 0.0;
        for (int i = 0; i < rows.length; i++) {
            value += aim[basis[i]] * last(i);
        }
        return value;
    }

    private void pivot(int row, int column) {
        var by = rows[row][column];
        for (int j = 0; j < rows[row].length; j++) {
            rows[row][j] /= by;
        }
        for (int i = 0; i < rows.length; i++) {
            var times = rows[i][column];
            if (i != row && times != 0) {
                for (int j = 0; j < rows[i].length; j++) {
                    rows[i][j] -= times * rows[row][j];
                }
            }
        }
        basis[row] = column;
    }

    /** What only helped to find a beginning goes, with sums that follow from others. */
    private void dropHelpers() {
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < unknowns && basis[i] >= unknowns; j++) {
                if (Math.abs(rows[i][j]) > NOTHING) {
                    pivot(i, j);
                }
            }
        }
        var kept = new double[rows.length][];
        var bases = new int[rows.length];
        var count = 0;
        for (int i = 0; i < rows.length; i++) {
            if (basis[i] < unknowns) {
                kept[count] = Arrays.copyOf(rows[i], unknowns + 1);
                kept[count][unknowns] = last(i);
                bases[count++] = basis[i];
            }
        }
        rows = Arrays.copyOf(kept, count);
        basis = Arrays.copyOf(bases, count);
    }
}
