package org.vigie.bench.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vigie.events.Maturation;
import org.vigie.events.Role;

/** What the report of 8 June 2021 says of the years 2018 to 2020 (SOURCE.md beside the tables). */
record Report(Figure figure, List<Named> named, List<Stage> stages) {

    /** Figure 1.0. */
    record Figure(int detections, int targeted, int p50Days, int p90Days, BigDecimal recidivism) {}

    /** A row of Table 1.0; recidivism in percent, as many decimals as are printed. */
    record Named(String name, Role type, int targeted, int p50Days, int p90Days, BigDecimal recidivism) {}

    /** Finding 3. */
    record Stage(Maturation stage, int detections, int p90Days, BigDecimal recidivism) {}

    static Report read() {
        var figure = rows("figure-1.0.csv").getFirst();
        return new Report(
                new Figure(number(figure[0]), number(figure[1]), number(figure[2]), number(figure[3]), of(figure[4])),
                rows("table-1.0.csv").stream()
                        .map(row -> new Named(
                                row[0],
                                Role.valueOf(row[1]),
                                number(row[2]),
                                number(row[3]),
                                number(row[4]),
                                of(row[5])))
                        .toList(),
                rows("stages.csv").stream()
                        .map(row -> new Stage(Maturation.valueOf(row[0]), number(row[1]), number(row[2]), of(row[3])))
                        .toList());
    }

    Stage stage(Maturation wanted) {
        return stages.stream()
                .filter(stage -> stage.stage() == wanted)
                .findFirst()
                .orElseThrow();
    }

    private static List<String[]> rows(String table) {
        try (var stream = Report.class.getResourceAsStream(table)) {
            if (stream == null) {
                throw new IllegalStateException(table + " is missing from the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static BigDecimal of(String text) {
        return new BigDecimal(text);
    }
}
