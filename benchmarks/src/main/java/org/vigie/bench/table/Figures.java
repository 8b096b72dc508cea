package org.vigie.bench.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Maturation;
import tools.jackson.databind.JsonNode;

/** One row to be compared, as the report prints it; what the report does not say is absent. */
record Figures(
        @Nullable Long detections,
        @Nullable Long targeted,
        @Nullable Integer p50Days,
        @Nullable Integer p90Days,
        BigDecimal recidivism) {

    static final String TOTAL = "Figure 1.0";

    /** What the report says, by provider, stage and {@link #TOTAL}. */
    static Map<String, Figures> said(Report report) {
        var all = new LinkedHashMap<String, Figures>();
        report.named()
                .forEach(row -> all.put(
                        row.name(),
                        new Figures(null, (long) row.targeted(), row.p50Days(), row.p90Days(), row.recidivism())));
        var figure = report.figure();
        all.put(
                TOTAL,
                new Figures(
                        (long) figure.detections(),
                        (long) figure.targeted(),
                        figure.p50Days(),
                        figure.p90Days(),
                        figure.recidivism()));
        report.stages()
                .forEach(row -> all.put(
                        row.stage().name(),
                        new Figures((long) row.detections(), null, null, row.p90Days(), row.recidivism())));
        return all;
    }

    /** What the events of a plan add up to, for the same rows. */
    static Map<String, Figures> meant(Report report, Plan plan) {
        var all = new LinkedHashMap<String, Figures>();
        report.named()
                .forEach(row -> all.put(
                        row.name(), of(plan, block -> block.addressee().name().equals(row.name()), null, 1)));
        var detections = 0L;
        for (var stage : plan.detections()) {
            detections += stage;
        }
        all.put(TOTAL, of(plan, _ -> true, detections, 0));
        report.stages().forEach(row -> {
            var stage = of(plan, block -> block.stage() == row.stage(), detectionsOf(plan, row.stage()), 0);
            all.put(row.stage().name(), new Figures(stage.detections, null, null, stage.p90Days, stage.recidivism));
        });
        return all;
    }

    private static Long detectionsOf(Plan plan, Maturation stage) {
        return (long) plan.detections()[Plan.STAGES.indexOf(stage)];
    }

    private static Figures of(Plan plan, Predicate<Block> chosen, @Nullable Long detections, int decimals) {
        var blocks = plan.blocks().stream().filter(chosen).toList();
        long targeted = blocks.stream().mapToInt(Block::targeted).sum();
        var repeats = blocks.stream().mapToInt(Block::repeats).sum();
        return new Figures(
                detections,
                targeted,
                Block.percentile(blocks, 50),
                Block.percentile(blocks, 90),
                Rounded.percent(repeats, targeted, decimals));
    }

    /** What metrics-service answers, for a row of its JSON. */
    static Figures counted(JsonNode row, @Nullable Long detections, int decimals) {
        var observed = row.path("removal_time_report").path("observed");
        var recidivism = row.path("recidivism_a");
        return new Figures(
                detections,
                row.path("images_targeted").asLong(),
                observed.path("p50").path("days").asInt(),
                observed.path("p90").path("days").asInt(),
                Rounded.percent(
                        recidivism.path("numerator").asLong(),
                        recidivism.path("denominator").asLong(),
                        decimals));
    }

    /** Where it differs from another that may say less. */
    List<String> differences(Figures other) {
        var differences = new ArrayList<String>();
        compare("detections", detections, other.detections, differences);
        compare("targeted", targeted, other.targeted, differences);
        compare("p50", p50Days, other.p50Days, differences);
        compare("p90", p90Days, other.p90Days, differences);
        compare("recidivism", recidivism, other.recidivism, differences);
        return differences;
    }

    private static void compare(
            String what, @Nullable Object counted, @Nullable Object expected, List<String> differences) {
        if (expected != null && !expected.equals(counted)) {
            differences.add("%s is %s, not %s".formatted(what, counted, expected));
        }
    }
}
