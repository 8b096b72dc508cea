package org.vigie.bench.table;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Prints what was counted beside what should be. */
final class Comparison {

    private static final Figures NOTHING = new Figures(0L, 0L, 0, 0, BigDecimal.ZERO);

    private final PrintStream output;
    private final boolean full;

    Comparison(PrintStream output, boolean full) {
        this.output = output;
        this.full = full;
    }

    /** Whether everything is as expected; says what is not. */
    boolean show(Map<String, Figures> expected, Map<String, Figures> counted) {
        output.printf(
                "%nCounted by metrics-service | %s%n%n%-27s %9s %8s %5s %5s %6s | %9s %8s %5s %5s %6s%n",
                full ? "the report of 8 June 2021" : "meant by the generator (the report's figures scaled down)",
                "",
                "Detected",
                "Targeted",
                "p50",
                "p90",
                "Recid.",
                "Detected",
                "Targeted",
                "p50",
                "p90",
                "Recid.");
        var differences = new TreeMap<String, Object>();
        expected.forEach((name, said) -> {
            var here = counted.getOrDefault(name, NOTHING);
            output.printf("%-27s %s | %s%n", name, line(here, said), line(said, said));
            var differs = here.differences(said);
            if (!differs.isEmpty()) {
                differences.put(name, String.join("; ", differs));
            }
        });
        notes(expected.size(), differences);
        return differences.isEmpty();
    }

    private void notes(int rows, Map<String, Object> differences) {
        output.printf(
                "%nDays are rounded up, recidivism in percent. Providers without a row here, who targeted what when,%n"
                        + "open cases, stages of targetings: all invented (names say «synthetic»). The store is a stand-in%n"
                        + "in memory unless VIGIE_MONGO_URI names one.%n%n");
        differences.forEach((name, how) -> output.println("DIFFERS: " + name + ": " + how));
        if (differences.isEmpty()) {
            output.printf("All %d rows are as %s.%n", rows, full ? "the report says" : "meant");
        }
    }

    /** Only what the report says of such a row. */
    private static String line(Figures figures, Figures said) {
        return "%9s %8s %5s %5s %6s"
                .formatted(
                        shown(figures.detections(), said.detections()),
                        shown(figures.targeted(), said.targeted()),
                        shown(figures.p50Days(), said.p50Days()),
                        shown(figures.p90Days(), said.p90Days()),
                        figures.recidivism());
    }

    private static String shown(@Nullable Object value, @Nullable Object said) {
        return said == null ? "" : Objects.toString(value, "-");
    }
}
