package org.vigie.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Says whether the limits of the registry hold: a fork of the peer and a fork of what is measured in turn, round after
 * round, told by {@link CpuTime}; the median of the rounds' ratios decides. Ends with 1 if a limit does not hold.
 */
public final class RegistryLimits {

    private static final int ROUNDS = 5;
    private static final int ITERATIONS = 8;
    private static final double MOST_TABLE_BYTES = 40e6;
    /** Fewer bytes than one for each further URL are no growth. */
    private static final double MOST_GROWTH_BYTES = 180_000;

    /**
     * A benchmark, what it is laid beside, and how many times as much it may take.
     *
     * @param batch how often it is called in an iteration: a few tenths of a second, by work and not by time, so that a
     *     busy machine neither leaves it uncompiled nor its clock too coarse
     */
    private record Limit(Class<?> benchmark, String measured, String peer, int batch, double most) {}

    private static final List<Limit> LIMITS = List.of(
            new Limit(ResolutionBenchmark.class, "wholeResolution", "parseAndPublicSuffix", 400, 3),
            new Limit(AsTableBenchmark.class, "lookupIpv4", "bareSearchIpv4", 800, 1.5),
            new Limit(AsTableBenchmark.class, "lookupIpv6", "bareSearchIpv6", 800, 1.5));

    private final List<String> verdicts = new ArrayList<>();
    private boolean allHold = true;

    private RegistryLimits() {}

    /**
     * Measures everything.
     *
     * @param words how many rounds, 5 if nothing is said
     */
    public static void main(String[] words) throws RunnerException {
        int rounds = words.length == 0 ? ROUNDS : Integer.parseInt(words[0]);
        var limits = new RegistryLimits();
        for (var limit : LIMITS) {
            limits.ratio(limit, rounds);
        }
        limits.memory();
        limits.verdicts.forEach(System.out::println);
        System.exit(limits.allHold ? 0 : 1);
    }

    private void ratio(Limit limit, int rounds) throws RunnerException {
        var ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            double peer = cpu(limit, limit.peer());
            double measured = cpu(limit, limit.measured());
            ratios[round] = measured / peer;
            System.out.printf(
                    "%s %.0f ns, %s %.0f ns: %.2f%n", limit.measured(), measured, limit.peer(), peer, ratios[round]);
        }
        Arrays.sort(ratios);
        double median = (ratios[(rounds - 1) / 2] + ratios[rounds / 2]) / 2;
        verdict(
                median <= limit.most(),
                "%s takes %.2f times %s (%.2f to %.2f in %d rounds), limit %.1f"
                        .formatted(
                                limit.measured(),
                                median,
                                limit.peer(),
                                ratios[0],
                                ratios[rounds - 1],
                                rounds,
                                limit.most()));
    }

    private static double cpu(Limit limit, String method) throws RunnerException {
        var result = new Runner(options(limit.benchmark(), method)
                        .addProfiler(CpuTime.class)
                        .mode(Mode.SingleShotTime)
                        .warmupIterations(ITERATIONS)
                        .warmupBatchSize(limit.batch())
                        .measurementIterations(ITERATIONS)
                        .measurementBatchSize(limit.batch())
                        .build())
                .runSingle();
        return score(result, CpuTime.LABEL);
    }

    private void memory() throws RunnerException {
        double table =
                kept(new Runner(options(RegistryMemory.class, "wholeTable").build()).run());
        verdict(
                table <= MOST_TABLE_BYTES,
                "the whole table takes %.1f MB, limit %.0f".formatted(table / 1e6, MOST_TABLE_BYTES / 1e6));
        double few = afterResolving("20000");
        double many = afterResolving("200000");
        verdict(
                many - few <= MOST_GROWTH_BYTES,
                "20,000 URLs leave %.0f bytes and 200,000 leave %.0f, limit %.0f more"
                        .formatted(few, many, MOST_GROWTH_BYTES));
    }

    private static double afterResolving(String urls) throws RunnerException {
        return kept(new Runner(options(RegistryMemory.class, "afterResolving")
                        .param("urls", urls)
                        .build())
                .run());
    }

    private static double kept(Collection<RunResult> results) {
        return score(results.iterator().next(), "bytes");
    }

    private static double score(RunResult result, String label) {
        return Objects.requireNonNull(result.getSecondaryResults().get(label), label)
                .getScore();
    }

    private static ChainedOptionsBuilder options(Class<?> benchmark, String method) {
        return new OptionsBuilder()
                .include("^" + benchmark.getName() + "\\." + method + "$")
                .forks(1)
                .verbosity(VerboseMode.SILENT);
    }

    private void verdict(boolean holds, String text) {
        verdicts.add((holds ? "holds:         " : "DOES NOT HOLD: ") + text);
        allHold &= holds;
    }
}
