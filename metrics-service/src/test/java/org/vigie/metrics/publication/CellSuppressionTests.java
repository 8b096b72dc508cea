package org.vigie.metrics.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.events.Role;
import org.vigie.metrics.publication.Figure.Percentile;
import org.vigie.metrics.publication.Figure.Shown;
import org.vigie.metrics.publication.Figures.Group;
import org.vigie.metrics.publication.Figures.Named;
import org.vigie.metrics.publication.Figures.Point;
import org.vigie.metrics.statistics.Share;

/** Tables of counts, and what a reader who subtracts can learn from them. */
class CellSuppressionTests {

    private static final int SMALLEST = 10;
    private static final Percentile HIDDEN = new Percentile(Shown.HIDDEN, null);

    @Test
    void hidesASecondCountOfARowWhereOneIsSmall() {
        var row = hide(figures(figure(35, 5, 0))).total();

        assertThat(row.open()).isNull();
        assertThat(row.removed()).isNull();
        assertThat(row.targeted()).isEqualTo(40);
        assertThat(row.moved()).isZero();
    }

    @Test
    void hidesAnotherStageWhereOneIsSmall() {
        var shown = hide(figures(List.of(figure(4, 0, 0), figure(30, 0, 0), figure(80, 0, 0))));

        assertThat(shown.stages()).extracting(group -> group.figure().removed()).containsExactly(null, null, 80L);
        assertThat(shown.total().removed()).isEqualTo(114);
    }

    @Test
    void hidesAnotherNamedProviderWhereTheRestOfItsTypeIsSmall() {
        var named = List.of(named(Role.HOST, figure(50, 0, 0)), named(Role.HOST, figure(90, 0, 0)));
        var type = new Group(Role.HOST.name(), figure(147, 0, 0), List.of());

        var shown = hide(
                new Figures(0, figure(147, 0, 0), named, List.of(), List.of(type), List.of(), List.of(), List.of()));

        assertThat(Stream.of(
                                shown.named().getFirst().figure(),
                                shown.named().getLast().figure(),
                                shown.types().getFirst().figure())
                        .filter(figure -> figure.removed() == null))
                .hasSize(1);
    }

    @Test
    void leavesLargeCountsAsTheyAre() {
        var counted = figures(List.of(figure(40, 20, 0), figure(30, 15, 10)));

        assertThat(hide(counted)).isEqualTo(counted);
    }

    /** Its last step tells how many are left, which are the open ones. */
    @Test
    void showsNoCurveOfWhatIsStillOpenWhereThatIsHidden() {
        var group = new Group("S", figure(60, 4, 20), List.of(new Point(10, 0.2, null, null)));

        var shown = hide(new Figures(
                        0, figure(60, 4, 20), List.of(), List.of(), List.of(), List.of(group), List.of(), List.of()))
                .stages()
                .getFirst();

        assertThat(shown.figure().removed()).isEqualTo(60);
        assertThat(shown.figure().open()).isNull();
        assertThat(shown.curve()).isEmpty();
    }

    /** Two different tables with the same shown counts: each small count has another possible value. */
    @Test
    void letsNoSmallCountBeWorkedOut() {
        var random = new Random(20_260_105);
        for (int i = 0; i < 400; i++) {
            var counted = figures(parts(random, 2 + random.nextInt(6)));
            var shown = hide(counted);

            assertThat(determined(counted, shown)).as("tables %d", i).isEmpty();
        }
    }

    /** Small counts that are fixed by the shown ones, found by solving for each one apart; not by our elimination. */
    private static List<Long> determined(Figures counted, Figures shown) {
        var truth = values(counted);
        var seen = values(shown);
        var hidden =
                IntStream.range(0, seen.size()).filter(i -> seen.get(i) == null).toArray();
        var fixed = new ArrayList<Long>();
        for (int one : hidden) {
            if (Objects.requireNonNull(truth.get(one)) < SMALLEST && !movable(counted, hidden, one)) {
                fixed.add(Objects.requireNonNull(truth.get(one)));
            }
        }
        return fixed;
    }

    /** Whether a change of the one count can be made good by changes of other hidden ones. */
    private static boolean movable(Figures counted, int[] hidden, int one) {
        var rows = counted.stages().size() + 1;
        var isHidden = new boolean[rows * 4];
        for (int cell : hidden) {
            isHidden[cell] = true;
        }
        // The sums are those of a table with margins: a move is a closed walk through hidden cells, along rows and
        // columns in turn. A cell on no such walk is fixed.
        return walk(isHidden, rows, one, one, true, new boolean[rows * 4]);
    }

    private static boolean walk(boolean[] hidden, int rows, int from, int goal, boolean alongRow, boolean[] visited) {
        for (int other = 0; other < rows * 4; other++) {
            var sameLine = alongRow ? other / 4 == from / 4 : other % 4 == from % 4;
            if (!sameLine || other == from || !hidden[other]) {
                continue;
            }
            if (other == goal) {
                return true;
            }
            if (!visited[other]) {
                visited[other] = true;
                if (walk(hidden, rows, other, goal, !alongRow, visited)) {
                    return true;
                }
                visited[other] = false;
            }
        }
        return false;
    }

    private static List<@Nullable Long> values(Figures figures) {
        var values = new ArrayList<@Nullable Long>();
        Stream.concat(Stream.of(figures.total()), figures.stages().stream().map(Group::figure))
                .forEach(figure -> {
                    values.add(figure.targeted());
                    values.add(figure.removed());
                    values.add(figure.open());
                    values.add(figure.moved());
                });
        return values;
    }

    private static List<Figure> parts(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> figure(count(random), count(random), count(random)))
                .toList();
    }

    private static long count(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 1 + random.nextInt(SMALLEST - 1);
            default -> SMALLEST + random.nextInt(300);
        };
    }

    private static Figures hide(Figures counted) {
        return CellSuppression.hide(counted, withoutShares(counted), SMALLEST);
    }

    private static Map<Figure, List<Share>> withoutShares(Figures counted) {
        var behind = new IdentityHashMap<Figure, List<Share>>();
        Stream.of(
                        Stream.of(counted.total()),
                        counted.named().stream().map(Named::figure),
                        Stream.of(counted.types(), counted.stages())
                                .flatMap(List::stream)
                                .map(Group::figure))
                .flatMap(Function.identity())
                .forEach(figure -> behind.put(figure, Collections.nCopies(3, new Share(0, 0))));
        return behind;
    }

    private static Figures figures(Figure total) {
        return new Figures(0, total, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static Figures figures(List<Figure> stages) {
        var total = figure(sum(stages, Figure::removed), sum(stages, Figure::open), sum(stages, Figure::moved));
        var groups = IntStream.range(0, stages.size())
                .mapToObj(i -> new Group("S" + i, stages.get(i), List.of()))
                .toList();
        return new Figures(0, total, List.of(), List.of(), List.of(), groups, List.of(), List.of());
    }

    private static long sum(List<Figure> figures, Function<Figure, @Nullable Long> count) {
        return figures.stream()
                .map(count)
                .flatMapToLong(value -> value == null ? LongStream.empty() : LongStream.of(value))
                .sum();
    }

    private static Named named(Role type, Figure figure) {
        return new Named(new UUID(0, 1), "P", type, type, null, figure);
    }

    private static Figure figure(long removed, long open, long moved) {
        return new Figure(
                removed + open + moved, removed, open, moved, HIDDEN, HIDDEN, HIDDEN, HIDDEN, null, null, null, null);
    }
}
