package org.vigie.metrics.publication;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The hidden counts that a reader can work out from those shown: the unknowns with one solution in the system of sums,
 * by Gauss-Jordan elimination. Coefficients are small whole numbers, so that the tolerance tells 0 from anything else.
 */
final class DeterminedCells {

    private static final double NOTHING = 1e-9;

    private DeterminedCells() {}

    static Set<Cell> of(List<SumOfCells> sums) {
        var unknown = unknown(sums);
        var rows = sums.stream().map(sum -> coefficients(sum, unknown)).toList();
        return alone(reduced(new ArrayList<>(rows), unknown.size()), unknown);
    }

    private static List<Cell> unknown(List<SumOfCells> sums) {
        var hidden = new LinkedHashSet<Cell>();
        sums.forEach(sum -> sum.cells().filter(Cell::isHidden).forEach(hidden::add));
        return List.copyOf(hidden);
    }

    private static double[] coefficients(SumOfCells sum, List<Cell> unknown) {
        var row = new double[unknown.size()];
        for (int i = 0; i < row.length; i++) {
            var cell = unknown.get(i);
            row[i] = sum.whole() == cell ? -1 : sum.parts().contains(cell) ? 1 : 0;
        }
        return row;
    }

    private static List<double[]> reduced(List<double[]> rows, int columns) {
        var pivots = new ArrayList<double[]>();
        for (int column = 0; column < columns; column++) {
            var at = column;
            var found = rows.stream().filter(row -> Math.abs(row[at]) > NOTHING).findFirst();
            if (found.isEmpty()) {
                continue;
            }
            var pivot = found.get();
            rows.remove(pivot);
            scale(pivot, 1 / pivot[at]);
            rows.forEach(row -> subtract(row, pivot, row[at]));
            pivots.forEach(row -> subtract(row, pivot, row[at]));
            pivots.add(pivot);
        }
        return pivots;
    }

    /** A pivot without company is a count with one solution. */
    private static Set<Cell> alone(List<double[]> pivots, List<Cell> unknown) {
        var alone = new LinkedHashSet<Cell>();
        for (var row : pivots) {
            var first = -1;
            var others = 0;
            for (int i = 0; i < row.length; i++) {
                if (Math.abs(row[i]) > NOTHING) {
                    others += first < 0 ? 0 : 1;
                    first = first < 0 ? i : first;
                }
            }
            if (first >= 0 && others == 0) {
                alone.add(unknown.get(first));
            }
        }
        return alone;
    }

    private static void scale(double[] row, double by) {
        for (int i = 0; i < row.length; i++) {
            row[i] *= by;
        }
    }

    private static void subtract(double[] row, double[] pivot, double times) {
        for (int i = 0; i < row.length; i++) {
            row[i] -= times * pivot[i];
        }
    }
}
