package org.vigie.bench;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.vigie.url.WebUrl;

/**
 * A whole resolution with the answers of the name system at hand, from the text of the URL to the ranking, beside
 * reading the URL and finding its public suffix. The limit is 3 times.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OperationsPerInvocation(ResolutionBenchmark.URLS)
public class ResolutionBenchmark {

    static final int URLS = 1000;

    private final Internet internet = new Internet();
    private final String[] urls =
            IntStream.range(0, URLS).mapToObj(internet::url).toArray(String[]::new);

    @Benchmark
    public void wholeResolution(Blackhole sink) {
        for (var url : urls) {
            sink.consume(internet.resolver().resolve(parsed(url), true));
        }
    }

    @Benchmark
    public void parseAndPublicSuffix(Blackhole sink) {
        for (var url : urls) {
            sink.consume(registrable(parsed(url)));
        }
    }

    private Optional<String> registrable(WebUrl url) {
        return internet.suffixes().registrableDomain(url.host());
    }

    private static WebUrl parsed(String url) {
        return WebUrl.parse(url).found().orElseThrow();
    }
}
