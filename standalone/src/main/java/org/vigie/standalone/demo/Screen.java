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
import org.vigie.sandbox.story.Book;
import tools.jackson.databind.JsonNode;

/** What a person sees of the demo. All of it comes from the services' interfaces but what is called expected. */
final class Screen {

    private static final int BAR = 30;
    private static final String CASE_LINE = "%-30s %-19s %5s  %-18s  %s%n";
    private static final String UP = "\u001b[1A\r";
    private static final String REST_OF_LINE = "\u001b[K";
    private static final String DO_NOT_WRAP = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";
    private static final Duration REDRAW = Duration.ofMillis(250);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final PrintStream output;
    private final boolean terminal;
    private final Supplier<JsonNode> counts;
    private long drawnAt;
    private boolean drawn;
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

    /** Shows how far time has come: two lines that are drawn over, or a line per simulated day. */
    void progress(Instant now) {
        if (terminal) {
            if (System.nanoTime() - drawnAt >= REDRAW.toNanos()) {
                draw(now);
            }
        } else if (!now.truncatedTo(ChronoUnit.DAYS).equals(lastDay)) {
            lastDay = now.truncatedTo(ChronoUnit.DAYS);
            output.println(bar(now) + "  " + states());
        }
    }

    /** What does not fit the width is cut: a line that wraps could not be drawn over. */
    private void draw(Instant now) {
        output.print((drawn ? UP : "") + DO_NOT_WRAP + bar(now) + REST_OF_LINE + "\n" + states() + REST_OF_LINE + WRAP);
        output.flush();
        drawn = true;
        drawnAt = System.nanoTime();
    }

    /** Ends the lines that are drawn over. */
    void endOfPlay() {
        if (terminal) {
            output.println();
        }
        output.println();
    }

    private static String bar(Instant now) {
        var share = (double) Duration.between(Book.BEGINNING, now).toMinutes() / Book.LENGTH.toMinutes();
        var full = (int) Math.round(Math.clamp(share, 0, 1) * BAR);
        return "[%s%s] %-11s".formatted("#".repeat(full), ".".repeat(BAR - full), DAY.format(now));
    }

    private String states() {
        var states = new ArrayList<String>();
        counts.get().path("cases").forEachEntry((state, count) -> {
            if (count.asLong() > 0) {
                states.add(count.asLong() + " " + state.toLowerCase(Locale.ROOT).replace('_', ' '));
            }
        });
        return states.isEmpty() ? "no case yet" : String.join(", ", states);
    }

    /** The providers as {@code GET /v1/indicators/providers} gives them. */
    void table(JsonNode indicators) {
        output.printf("%-26s %-14s %8s  %5s  %5s  %13s%n", "Provider", "Type", "Targeted", "p50", "p90", "Recidivism");
        for (var row : indicators.path("providers")) {
            var times = row.path("removal_time_report").path("observed");
            output.printf(
                    "%-26s %-14s %8d  %5s  %5s  %13s%n",
                    row.path("name").asString(),
                    row.path("role").asString(),
                    row.path("images_targeted").asLong(),
                    days(times.path("p50")),
                    days(times.path("p90")),
                    share(row.path("recidivism_a")));
        }
        output.println("""

                Targeted: images that the provider was asked to remove. p50, p90: days from the
                first notice until half and nine tenths of the removed ones were gone; - if none
                was removed. Recidivism: how many of the images had been removed there before.
                """);
    }

    /** What became of every case, by the reporter's name for it. */
    void cases(Map<String, Outcome> outcomes) {
        output.printf(CASE_LINE, "Case", "Ended as", "Mails", "Came back", "Written to, in order");
        outcomes.forEach((reference, outcome) -> output.printf(
                CASE_LINE,
                reference,
                outcome.status() + (outcome.flags().isEmpty() ? "" : " " + outcome.flags()),
                outcome.notices() == 0 ? "-" : outcome.notices(),
                outcome.cameBack().isEmpty() ? "-" : String.join(", ", outcome.cameBack()),
                outcome.writtenTo().isEmpty() ? "nobody" : String.join(", ", outcome.writtenTo())));
        output.println();
    }

    /** How the ends differ from the script; says so if they do not. */
    void verdict(Map<String, List<String>> differences, int cases) {
        if (differences.isEmpty()) {
            output.printf("%s ended as %s.%n", cases == 1 ? "The case" : "All " + cases + " cases", ownScript(cases));
            return;
        }
        output.printf(
                "%d of %s did not end as %s:%n",
                differences.size(), cases == 1 ? "1 case" : cases + " cases", ownScript(cases));
        differences.forEach((reference, differs) -> output.printf("  %s: %s%n", reference, String.join("; ", differs)));
    }

    private static String ownScript(int cases) {
        return cases == 1 ? "its script says" : "their scripts say";
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
