package org.vigie.metrics.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.publication.Figures.Group;
import org.vigie.metrics.publication.Figures.Named;

/**
 * Hides counts from 1 to just below the smallest that may be shown, and as many others as it takes so that no hidden
 * one can be worked out from those shown: primary and complementary cell suppression, as in Eurostat's "Handbook on
 * Statistical Disclosure Control", chapter 4.
 *
 * <p>Counts depend on each other in three ways: a row's targeted are its removed, open and moved; the rows of stages,
 * categories and countries add up to the total; a type is its named providers and the rest, which is nowhere shown.
 */
final class CellSuppression {

    /** Counts of a row, in one order. */
    private record Row(Cell targeted, Cell removed, Cell open, Cell moved) {

        List<Cell> counts() {
            return List.of(targeted, removed, open, moved);
        }
    }

    private static final int COUNTS = 4;

    private final int smallest;
    private final IdentityHashMap<Figure, Row> rows = new IdentityHashMap<>();
    private final List<SumOfCells> sums = new ArrayList<>();

    private CellSuppression(int smallest) {
        this.smallest = smallest;
    }

    /**
     * The figures without what may not be shown.
     *
     * @param counted with every count
     * @param smallest the smallest count that is shown, other than none
     */
    static Figures hide(Figures counted, int smallest) {
        var suppression = new CellSuppression(smallest);
        suppression.relate(counted);
        suppression.protect();
        return suppression.shown(counted);
    }

    private void relate(Figures figures) {
        var total = row(figures.total());
        Stream.of(figures.stages(), figures.categories(), figures.countries())
                .filter(table -> !table.isEmpty())
                .forEach(table -> add(total, table.stream().map(Group::figure).toList()));
        for (var type : figures.types()) {
            var named = figures.named().stream()
                    .filter(row -> row.group().equals(type.group()))
                    .map(Named::figure)
                    .toList();
            addWithRest(row(type.figure()), named);
        }
    }

    private void add(Row whole, List<Figure> parts) {
        for (int i = 0; i < COUNTS; i++) {
            sums.add(new SumOfCells(whole.counts().get(i), column(parts, i)));
        }
    }

    private void addWithRest(Row whole, List<Figure> parts) {
        for (int i = 0; i < COUNTS; i++) {
            var column = column(parts, i);
            var all = whole.counts().get(i);
            var rest = Cell.unpublished(
                    all.value() - column.stream().mapToLong(Cell::value).sum(), smallest);
            sums.add(new SumOfCells(
                    all, Stream.concat(column.stream(), Stream.of(rest)).toList()));
        }
    }

    private List<Cell> column(List<Figure> figures, int count) {
        return figures.stream().map(figure -> row(figure).counts().get(count)).toList();
    }

    private Row row(Figure figure) {
        var known = rows.get(figure);
        if (known != null) {
            return known;
        }
        var row = new Row(cell(figure.targeted()), cell(figure.removed()), cell(figure.open()), cell(figure.moved()));
        rows.put(figure, row);
        sums.add(new SumOfCells(row.targeted(), List.of(row.removed(), row.open(), row.moved())));
        return row;
    }

    private Cell cell(@Nullable Long value) {
        return Cell.published(Objects.requireNonNull(value), smallest);
    }

    /** Every pass hides one more, so that it ends. */
    private void protect() {
        while (hidesOneMore()) {
            // until nothing can be worked out
        }
    }

    private boolean hidesOneMore() {
        return sums.stream().filter(SumOfCells::givesAway).anyMatch(sum -> hideCheapest(sum, Cell::canCover))
                || hidesOneMoreFor(Cell::canCover)
                || hidesOneMoreFor(_ -> true);
    }

    /**
     * Hides one that stands in a sum with a small count that can be worked out, or else one of any sum. Counts of none
     * are hidden last: beside one, a small count is bounded but not known.
     */
    private boolean hidesOneMoreFor(Predicate<Cell> cover) {
        var told = DeterminedCells.of(sums).stream().filter(Cell::isSmall).toList();
        var beside = sums.stream().filter(sum -> told.stream().anyMatch(sum::contains));
        return !told.isEmpty() && Stream.concat(beside, sums.stream()).anyMatch(sum -> hideCheapest(sum, cover));
    }

    private static boolean hideCheapest(SumOfCells sum, Predicate<Cell> cover) {
        var cheapest = sum.cells()
                .filter(cell -> !cell.isHidden() && cover.test(cell))
                .min(Comparator.comparingLong(Cell::value));
        cheapest.ifPresent(Cell::hide);
        return cheapest.isPresent();
    }

    private Figures shown(Figures counted) {
        return new Figures(
                counted.verifiedDetections(),
                shown(counted.total()),
                counted.named().stream()
                        .map(row -> row.with(shown(row.figure())))
                        .toList(),
                counted.apart(),
                table(counted, Figures::types),
                table(counted, Figures::stages),
                table(counted, Figures::categories),
                table(counted, Figures::countries));
    }

    private List<Group> table(Figures counted, Function<Figures, List<Group>> of) {
        return of.apply(counted).stream().map(this::shown).toList();
    }

    /** A curve is made of what was targeted and removed, and would give both away. */
    private Group shown(Group group) {
        var figure = shown(group.figure());
        var untold = figure.targeted() == null || figure.removed() == null;
        return new Group(group.group(), figure, untold ? List.of() : group.curve());
    }

    private Figure shown(Figure figure) {
        var row = row(figure);
        return figure.withCounts(
                row.targeted().shown(),
                row.removed().shown(),
                row.open().shown(),
                row.moved().shown());
    }
}
