package org.vigie.metrics.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.publication.Figures.Group;
import org.vigie.metrics.publication.Figures.Named;
import org.vigie.metrics.statistics.Share;

/**
 * Hides counts from 1 to just below the smallest that may be shown, and as many others as it takes so that no hidden
 * one can be worked out from those shown: primary and complementary cell suppression, as in Eurostat's "Handbook on
 * Statistical Disclosure Control", chapter 4.
 *
 * <p>Counts depend on each other in three ways: a row's targeted are its removed, open and moved; the rows of stages,
 * categories and countries add up to the total; a type is its named providers and the rest, which is nowhere shown.
 * What is counted behind a share, and who acted, adds up in the latter two ways.
 */
final class CellSuppression {

    /** What a row tells, in one order. */
    private record Row(
            Cell targeted, Cell removed, Cell open, Cell moved, Cell removedBy, Cell roles, List<Cell> shares) {

        List<Cell> counts() {
            return Stream.concat(Stream.of(targeted, removed, open, moved, removedBy, roles), shares.stream())
                    .toList();
        }
    }

    /** Its first counts: targeted, removed, open and moved. */
    private static final int IMAGES = 4;

    /** Shares of a row that are not about answers. */
    private static final int BEFORE_ANSWERS = 3;

    private final Map<Figure, List<Share>> behind;
    private final int smallest;
    private final IdentityHashMap<Figure, Row> rows = new IdentityHashMap<>();
    /** Those of the images; after them those of each other kind of count, which have no cell in common. */
    private final List<List<SumOfCells>> sums = new ArrayList<>();

    private CellSuppression(Map<Figure, List<Share>> behind, int smallest) {
        this.behind = behind;
        this.smallest = smallest;
    }

    /**
     * The figures without what may not be shown.
     *
     * @param counted with every count
     * @param behind by row, the shares of {@link Figure#shares}
     * @param smallest the smallest count that is shown, other than none
     */
    static Figures hide(Figures counted, Map<Figure, List<Share>> behind, int smallest) {
        var suppression = new CellSuppression(behind, smallest);
        suppression.relate(counted);
        suppression.sums.forEach(CellSuppression::protect);
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
        for (int i = 0; i < whole.counts().size(); i++) {
            sumsOf(i).add(new SumOfCells(whole.counts().get(i), column(parts, i)));
        }
    }

    private void addWithRest(Row whole, List<Figure> parts) {
        for (int i = 0; i < whole.counts().size(); i++) {
            var column = column(parts, i);
            var all = whole.counts().get(i);
            var rest = Stream.of(Cell.rest(all, column));
            sumsOf(i)
                    .add(new SumOfCells(
                            all, Stream.concat(column.stream(), rest).toList()));
        }
    }

    private List<SumOfCells> sumsOf(int count) {
        var kind = Math.max(0, count - IMAGES + 1);
        while (sums.size() <= kind) {
            sums.add(new ArrayList<>());
        }
        return sums.get(kind);
    }

    private List<Cell> column(List<Figure> figures, int count) {
        return figures.stream().map(figure -> row(figure).counts().get(count)).toList();
    }

    private Row row(Figure figure) {
        var known = rows.get(figure);
        if (known != null) {
            return known;
        }
        var beside = figure.beside();
        var by = beside == null ? null : beside.removedBy();
        var row = new Row(
                cell(figure.targeted()),
                cell(figure.removed()),
                cell(figure.open()),
                cell(figure.moved()),
                cell(by == null ? List.of(0L) : by.counts()),
                cell(by == null ? List.of(0L) : by.ofRoles()),
                behind.getOrDefault(figure, List.of()).stream()
                        .map(share -> cell(List.of(share.part(), share.of() - share.part())))
                        .toList());
        rows.put(figure, row);
        sumsOf(0).add(new SumOfCells(row.targeted(), List.of(row.removed(), row.open(), row.moved())));
        return row;
    }

    private Cell cell(@Nullable Long value) {
        return cell(List.of(Objects.requireNonNull(value)));
    }

    private Cell cell(List<Long> counts) {
        return Cell.published(counts, smallest);
    }

    /** Every pass hides one more, so that it ends. */
    private static void protect(List<SumOfCells> sums) {
        while (hidesOneMore(sums)) {
            // until nothing can be worked out
        }
    }

    private static boolean hidesOneMore(List<SumOfCells> sums) {
        return sums.stream().filter(SumOfCells::givesAway).anyMatch(sum -> hideCheapest(sum, Cell::canCover))
                || hidesOneMoreFor(sums, Cell::canCover)
                || hidesOneMoreFor(sums, _ -> true);
    }

    /**
     * Hides one that stands in a sum with a small count that can be worked out, or else one of any sum. Counts of none
     * are hidden last: beside one, a small count is bounded but not known.
     */
    private static boolean hidesOneMoreFor(List<SumOfCells> sums, Predicate<Cell> cover) {
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

    /** The steps of a curve tell how many were left at each, and with it every count. */
    private Group shown(Group group) {
        var row = row(group.figure());
        var untold = Stream.of(row.targeted(), row.removed(), row.open(), row.moved())
                .anyMatch(Cell::isHidden);
        return new Group(group.group(), shown(group.figure()), untold ? List.of() : group.curve());
    }

    private Figure shown(Figure figure) {
        var row = row(figure);
        var targeted = row.targeted().shown();
        var removed = row.removed().shown();
        var beside = figure.beside();
        var shares = row.shares();
        var answers = beside == null ? null : beside.acknowledged();
        // What is a part of the removed, or tells what it is a share of, is not shown where they are not.
        return figure.withCounts(
                targeted,
                removed,
                row.open().shown(),
                row.moved().shown(),
                targeted != null && !shares.get(0).isHidden(),
                beside == null
                        ? null
                        : beside.only(
                                removed != null && !row.removedBy().isHidden(),
                                !row.roles().isHidden(),
                                removed != null && !shares.get(1).isHidden(),
                                removed != null && !shares.get(2).isHidden(),
                                answers == null
                                        ? null
                                        : answers.only(place -> targeted != null
                                                && !shares.get(BEFORE_ANSWERS + place)
                                                        .isHidden())));
    }
}
