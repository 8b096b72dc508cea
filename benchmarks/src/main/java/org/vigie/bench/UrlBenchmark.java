package org.vigie.bench;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vigie.url.ParseResult;
import org.vigie.url.WebUrl;

/** A URL read as browsers read it, beside the JDK's own parser, which reads another grammar. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class UrlBenchmark {

    private final String text = "https://images.example.invalid/gallery/2026/01/a-page.html?size=large#first";

    @Benchmark
    public ParseResult asBrowsersDo() {
        return WebUrl.parse(text);
    }

    @Benchmark
    public URI asTheJdkDoes() {
        return URI.create(text);
    }
}
