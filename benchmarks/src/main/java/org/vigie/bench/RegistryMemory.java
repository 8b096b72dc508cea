package org.vigie.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vigie.registry.dataset.ShippedAsTable;
import org.vigie.url.WebUrl;

/**
 * What stays in memory, in bytes, as a secondary result: of the whole table of both families (limit 40 MB), and after
 * many different URLs were resolved (limit: the same for ten times as many).
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m"})
@Warmup(iterations = 1)
@Measurement(iterations = 1)
public class RegistryMemory {

    /** What is counted beside the time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Kept {
        public long bytes;
    }

    /** How many URLs are resolved. */
    @State(Scope.Benchmark)
    public static class Many {
        @Param({"20000", "200000"})
        public int urls;

        final Internet internet = new Internet();
    }

    @Benchmark
    public Object wholeTable(Kept kept) {
        long before = Heap.used();
        var table = ShippedAsTable.read();
        kept.bytes = Heap.used() - before;
        return table;
    }

    @Benchmark
    public Object afterResolving(Many many, Kept kept) {
        var internet = many.internet;
        long before = Heap.used();
        long found = 0;
        for (int i = 0; i < many.urls; i++) {
            var url = WebUrl.parse(internet.url(i)).found().orElseThrow();
            found += internet.resolver().resolve(url, true).chain().hops().size();
        }
        kept.bytes = Math.max(0, Heap.used() - before);
        return found;
    }
}
