package org.vigie.bench;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.dataset.ShippedAsTable;

/**
 * Who announces an address, in the whole table that comes with Vigie, beside nothing but the halving of the same
 * arrays. The limit is 1.5 times the bare search, family by family.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OperationsPerInvocation(AsTableBenchmark.ADDRESSES)
public class AsTableBenchmark {

    static final int ADDRESSES = 10_000;

    private final AsTable table = ShippedAsTable.read();
    private final AsTable.Starts starts = table.starts();
    private final InetAddress[] ipv4 = new InetAddress[ADDRESSES];
    private final InetAddress[] ipv6 = new InetAddress[ADDRESSES];

    /** Half of the addresses lie in a range, the others anywhere. */
    public AsTableBenchmark() {
        var random = new Random(1);
        for (int i = 0; i < ADDRESSES; i++) {
            boolean listed = i % 2 == 0;
            int row4 = random.nextInt(starts.ipv4().length);
            int row6 = random.nextInt(starts.ipv6High().length);
            ipv4[i] = address(ByteBuffer.allocate(4)
                    .putInt(listed ? starts.ipv4()[row4] : random.nextInt())
                    .array());
            ipv6[i] = address(ByteBuffer.allocate(16)
                    .putLong(listed ? starts.ipv6High()[row6] : 0x2000_0000_0000_0000L | random.nextLong() >>> 3)
                    .putLong(random.nextLong())
                    .array());
        }
    }

    @Benchmark
    public void lookupIpv4(Blackhole sink) {
        for (var address : ipv4) {
            sink.consume(table.asn(address));
        }
    }

    @Benchmark
    public void bareSearchIpv4(Blackhole sink) {
        for (var address : ipv4) {
            sink.consume(
                    search(starts.ipv4(), ByteBuffer.wrap(address.getAddress()).getInt()));
        }
    }

    @Benchmark
    public void lookupIpv6(Blackhole sink) {
        for (var address : ipv6) {
            sink.consume(table.asn(address));
        }
    }

    @Benchmark
    public void bareSearchIpv6(Blackhole sink) {
        for (var address : ipv6) {
            var bytes = ByteBuffer.wrap(address.getAddress());
            sink.consume(search(starts.ipv6High(), starts.ipv6Low(), bytes.getLong(), bytes.getLong()));
        }
    }

    private static int search(int[] sorted, int wanted) {
        int low = 0;
        int high = sorted.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (Integer.compareUnsigned(sorted[middle], wanted) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    private static int search(long[] highs, long[] lows, long wantedHigh, long wantedLow) {
        int low = 0;
        int high = highs.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Long.compareUnsigned(highs[middle], wantedHigh);
            if (order < 0 || (order == 0 && Long.compareUnsigned(lows[middle], wantedLow) <= 0)) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 and 16 bytes are an address", e);
        }
    }
}
