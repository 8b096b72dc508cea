package org.vigie.standalone.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.vigie.sandbox.World.Expected;
import org.vigie.sandbox.story.Book;
import tools.jackson.databind.JsonNode;

/** What a person sees of the demo. All of it comes from the services' interfaces but what is called expected. */
final class Screen {

    private static final int BAR = 30;
    private static final Duration REDRAW = Duration.ofMillis(250);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final PrintStream output;
    private final boolean terminal;
    private final Supplier<JsonNode> counts;
    private long drawnAt;
    private Instant lastDay = Instant.EPOCH;

    /**
     * A screen.
     *
     * @param terminal lines may be drawn over
     * @param counts what {@code GET /v1/counts} says now
     */
    Screen(PrintStream output, boolean terminal, Supplier<JsonNode> counts) {
        this.output = output;
        this.terminal = terminal;
        this.counts = counts;
    }

    /** Shows how far time has come: a line that is drawn over, or a line per simulated day. */
    void progress(Instant now) {
        if (terminal) {
            if (System.nanoTime() - drawnAt >= REDRAW.toNanos()) {
                output.print("\r" + line(now) + "\u001b[K");
                output.flush();
                drawnAt = System.nanoTime();
            }
        } else if (!now.truncatedTo(ChronoUnit.DAYS).equals(lastDay)) {
            lastDay = now.truncatedTo(ChronoUnit.DAYS);
            output.println(line(now));
        }
    }

    /** Ends the line that is drawn over. */
    void endOfPlay() {
        if (terminal) {
            output.println();
        }
        output.println();
    }

    private String line(Instant now) {
        var share = (double) Duration.between(Book.BEGINNING, now).toMinutes() / Book.LENGTH.toMinutes();
        var full = (int) Math.round(Math.clamp(share, 0, 1) * BAR);
        var states = new ArrayList<String>();
        counts.get().path("cases").forEachEntry((state, count) -> {
            if (count.asLong() > 0) {
                states.add(state.toLowerCase(Locale.ROOT) + " " + count.asLong());
            }
        });
        return "[%s%s] %-11s  %s"
                .formatted("#".repeat(full), ".".repeat(BAR - full), DAY.format(now), String.join("  ", states));
    }

    /** The providers as {@code GET /v1/indicators/providers} gives them. */
    void table(JsonNode indicators) {
        output.printf("%-26s %-14s %8s  %8s  %8s  %s%n", "Provider", "Type", "Targeted", "p50", "p90", "Recidivism");
        for (var row : indicators.path("providers")) {
            var times = row.path("removal_time_report").path("observed");
            output.printf(
                    "%-26s %-14s %8d  %8s  %8s  %s%n",
                    row.path("name").asString(),
                    row.path("role").asString(),
                    row.path("images_targeted").asLong(),
                    days(times.path("p50")),
                    days(times.path("p90")),
                    share(row.path("recidivism_a")));
        }
        output.println("Days from the first notice to the removal, over what was removed (domain: observed); too few to"
                + " publish, enough to look at.");
        output.println();
    }

    /** What became of every case. */
    void cases(Map<Expected, Outcome> outcomes) {
        outcomes.forEach((expected, outcome) -> output.printf(
                "%-32s %-20s %s%n",
                expected.partnerReference(),
                outcome.status() + (outcome.flags().isEmpty() ? "" : " " + outcome.flags()),
                went(outcome)));
        output.println();
    }

    private static String went(Outcome outcome) {
        if (outcome.writtenTo().isEmpty()) {
            return "nobody was written to";
        }
        return "%d notices to %s".formatted(outcome.notices(), String.join(", then ", outcome.writtenTo()));
    }

    /** How the ends differ from the script; says so if they do not. */
    void verdict(Map<String, List<String>> differences, int cases) {
        if (differences.isEmpty()) {
            output.printf("All %d cases ended as their script says.%n", cases);
            return;
        }
        output.printf("%d of %d cases did not end as their script says:%n", differences.size(), cases);
        differences.forEach((reference, differs) -> output.printf("  %s: %s%n", reference, String.join("; ", differs)));
    }

    private static String days(JsonNode percentile) {
        return percentile.path("reached").asBoolean() ? percentile.path("days").asInt() + " d" : "-";
    }

    private static String share(JsonNode share) {
        return share.path("share").isNumber()
                ? "%.1f %% (%d/%d)"
                        .formatted(
                                100 * share.path("share").asDouble(),
                                share.path("numerator").asLong(),
                                share.path("denominator").asLong())
                : "-";
    }
}
