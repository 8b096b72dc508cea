package org.vigie.bench.flow;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one run showed.
 *
 * @param reports how many were accepted
 * @param acceptedPerSecond while they were handed in
 * @param cases whose notice the relay took
 * @param doubled cases named by more than one first notice
 * @param seconds from the first report to the last mail
 * @param toMail from report to the relay's 250
 * @param inTurn the same by tenth of the reports, in the order in which they were handed in
 * @param usage from the first report to the last mail
 * @param commands to the store in that time
 * @param dump the topics then
 * @param storeBytes of the store's files then
 * @param mostResident memory of the process at most, bytes
 * @param limit absent where it was not measured
 * @param toIndicator from verdict to indicator, absent where the pages stayed
 */
record Figures(
        int reports,
        double acceptedPerSecond,
        int cases,
        int doubled,
        double seconds,
        Times toMail,
        List<Times> inTurn,
        Usage usage,
        Commands commands,
        Dump dump,
        long storeBytes,
        long mostResident,
        Limit.@Nullable Measured limit,
        @Nullable Times toIndicator) {

    private static final int GROUPS = 12;
    private static final double LEAST_COMMANDS = 0.05;
    private static final double MIB = 1 << 20;

    /** The same, and what is measured after the flood. */
    Figures with(Limit.@Nullable Measured measured, @Nullable Times verdictToIndicator) {
        return new Figures(
                reports,
                acceptedPerSecond,
                cases,
                doubled,
                seconds,
                toMail,
                inTurn,
                usage,
                commands,
                dump,
                storeBytes,
                mostResident,
                measured,
                verdictToIndicator);
    }

    double cpuPerCase() {
        return usage.cpuMs() / cases;
    }

    private double recordsPerCase() {
        return (double) dump.records() / cases;
    }

    /** Milliseconds of CPU for a case's records and documents and nothing else; not a number if not measured. */
    private double limitPerCase() {
        return limit == null
                ? Double.NaN
                : limit.cpuMsPerRecord() * recordsPerCase() + limit.cpuMsPerDocument() * limit.documents() / cases;
    }

    /** Those that ask for records, bring some or commit. The broker counts a consumer's fetch by two names. */
    private String requestsPerCase() {
        return Stream.of("FetchConsumer", "Produce", "OffsetCommit")
                .map(kind -> String.format(
                        Locale.ROOT, "%.1f %s", (double) usage.requests().getOrDefault(kind, 0L) / cases, kind))
                .collect(Collectors.joining(", ", "per case: ", ""));
    }

    void print(String title, PrintStream output) {
        output.printf("%n%s%n", title);
        rows().forEach((name, value) -> output.printf("  %-32s %s%n", name, value));
        output.printf(Locale.ROOT, "%n  commands to the store per case, from %.2f%n", LEAST_COMMANDS);
        commands.counts().forEach((name, count) -> {
            if ((double) count / cases >= LEAST_COMMANDS) {
                output.printf(Locale.ROOT, "  %10.2f  %s%n", (double) count / cases, name);
            }
        });
        output.printf("%n  CPU by group of threads, ms per case%n");
        usage.largest(GROUPS).forEach((group, ms) -> output.printf(Locale.ROOT, "  %10.2f  %s%n", ms / cases, group));
    }

    private Map<String, String> rows() {
        var rows = new LinkedHashMap<String, String>();
        rows.put("accepted", String.format(Locale.ROOT, "%d, %.1f a second", reports, acceptedPerSecond));
        rows.put(
                "at the relay",
                String.format(Locale.ROOT, "%d, %.1f a second, %d doubled", cases, cases / seconds, doubled));
        rows.put("report to mail", toMail.toString());
        rows.put(
                "  p50, p99 by tenth of reports",
                inTurn.stream()
                        .map(times ->
                                String.format(Locale.ROOT, "%.1f %.1f", times.percentile(50), times.percentile(99)))
                        .collect(Collectors.joining(", ")));
        rows.put("CPU per case, ms", String.format(Locale.ROOT, "%.1f", cpuPerCase()));
        if (limit != null) {
            rows.put(
                    "bare limit per case, ms",
                    String.format(
                            Locale.ROOT,
                            "%.2f (%.1f records of %.3f ms, %.1f documents of %.3f ms); %.1f times it",
                            limitPerCase(),
                            recordsPerCase(),
                            limit.cpuMsPerRecord(),
                            (double) limit.documents() / cases,
                            limit.cpuMsPerDocument(),
                            cpuPerCase() / limitPerCase()));
        }
        rows.put(
                "Kafka per case",
                String.format(
                        Locale.ROOT, "%.1f records, %,.0f bytes", recordsPerCase(), (double) dump.bytes() / cases));
        dump.byTopic()
                .forEach((topic, count) ->
                        rows.put("  " + topic, String.format(Locale.ROOT, "%.2f", (double) count / cases)));
        rows.put("requests to the broker", requestsPerCase());
        rows.put(
                "store per case",
                String.format(
                        Locale.ROOT,
                        "%.1f commands, %,.0f bytes",
                        (double) commands.all() / cases,
                        (double) storeBytes / cases));
        rows.put("memory at most", String.format(Locale.ROOT, "%.0f MiB", mostResident / MIB));
        rows.put(
                "garbage per case",
                String.format(
                        Locale.ROOT,
                        "%.1f MiB; %d ms of collector",
                        usage.allocated() / MIB / cases,
                        usage.collectingMs()));
        if (toIndicator != null) {
            rows.put("verdict to indicator", toIndicator.toString());
        }
        return rows;
    }
}
