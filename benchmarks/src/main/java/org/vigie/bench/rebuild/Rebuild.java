package org.vigie.bench.rebuild;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.ledger.CellBytes;
import org.vigie.metrics.ledger.Ledger;
import org.vigie.metrics.ledger.Snapshots;
import org.vigie.standalone.EmbeddedKafka;
import org.vigie.support.events.EventJson;

/**
 * Counts every targeting of a topic anew, without a store, beside only reading and parsing the same topic. Arguments:
 * how many targetings (5,416,713 if absent). Cases and presences are counted afterwards, for the memory they take.
 */
public final class Rebuild {

    private static final int EVERYTHING = 5_416_713;
    private static final Source<TargetingSnapshot> TARGETINGS =
            new Source<>(Topics.TARGETINGS, TargetingSnapshot.class);
    private static final Source<CaseSnapshot> CASES = new Source<>(Topics.CASES, CaseSnapshot.class);
    private static final Source<AvailabilitySnapshot> AVAILABILITY =
            new Source<>(Topics.AVAILABILITY, AvailabilitySnapshot.class);
    private static final int BATCH = 2_000;
    private static final int WARM_UP = 200_000;
    private static final double MOST_TIMES = 2;
    private static final long MOST_HEAP = 1L << 30;
    private static final long MOST_CELLS = 8_000_000;

    private final String servers;
    private final PrintStream output;

    private Rebuild(String servers, PrintStream output) {
        this.servers = servers;
        this.output = output;
    }

    static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        var count = arguments.length == 0 ? EVERYTHING : Integer.parseInt(arguments[0]);
        System.setProperty("logback.configurationFile", "logback-command.xml");
        var met = false;
        var directory = Files.createTempDirectory("vigie-rebuild");
        try (var kafka = EmbeddedKafka.start(directory, InetAddress.getLoopbackAddress(), freePort())) {
            met = new Rebuild(kafka.bootstrapServers(), System.out).run(count);
        } finally {
            delete(directory);
        }
        System.exit(met ? 0 : 1);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private record Took(long wallMs, long cpuMs) {}

    /** A topic and what is on it. */
    private record Source<T>(String topic, Class<T> type) {}

    private boolean run(int count) throws InterruptedException, ExecutionException {
        output.printf("%,d targetings on %d partitions; %s%n", count, Feed.PARTITIONS, load());
        Feed.createTopics(servers);
        int cases;
        try (var feed = new Feed(servers)) {
            cases = feed.send(count);
        }
        var parsed = new long[1];
        read(TARGETINGS, Math.min(count, WARM_UP), batch -> parsed[0] += batch.size());
        read(TARGETINGS, Math.min(count, WARM_UP), bookkeeping()::targetings);
        var bare = read(TARGETINGS, count, batch -> parsed[0] += batch.size());
        var before = usedHeap();
        var bookkeeping = bookkeeping();
        var rebuild = read(TARGETINGS, count, bookkeeping::targetings, () -> bookkeeping.read(Ledger::cellBytes));
        var heap = usedHeap() - before;
        read(CASES, cases, bookkeeping::cases);
        read(AVAILABILITY, cases, bookkeeping::availability, () -> bookkeeping.read(Ledger::cellBytes));
        var withCases = usedHeap() - before;
        var cells = bookkeeping.read(Ledger::cellBytes);
        var targetings = bookkeeping.read(Ledger::targetingCount);
        output.printf("%-44s %9s %9s%n", "", "wall ms", "CPU ms");
        output.printf("%-44s %,9d %,9d%n", "consume and parse", bare.wallMs(), bare.cpuMs());
        output.printf(
                "%-44s %,9d %,9d%n", "consume, parse, count, write cells down", rebuild.wallMs(), rebuild.cpuMs());
        var times = (double) rebuild.cpuMs() / bare.cpuMs();
        output.printf(
                "%-44s %9.2f %9.2f (at most %.0f)%n",
                "ratio", (double) rebuild.wallMs() / bare.wallMs(), times, MOST_TIMES);
        printSizes(heap, targetings, withCases, cases, cells);
        output.println(load());
        return targetings == count && times <= MOST_TIMES && withCases <= MOST_HEAP && cells.report() <= MOST_CELLS;
    }

    private void printSizes(long heap, long targetings, long withCases, int cases, CellBytes cells) {
        output.printf(
                "%-44s %,d (%d bytes each; at most %,d)%n",
                "live heap of the ledger, bytes", heap, heap / targetings, MOST_HEAP);
        output.printf(
                "%-44s %,d (%,d cases; at most %,d)%n",
                "with cases and their presence, bytes", withCases, cases, MOST_HEAP);
        output.printf(
                "%-44s %,d, with keys and counts %,d (at most %,d)%n",
                "cells of the report's clock, bytes", cells.report(), cells.counts() + cells.report(), MOST_CELLS);
    }

    private static String load() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return "load average %.1f on %d processors"
                .formatted(system.getSystemLoadAverage(), system.getAvailableProcessors());
    }

    private <T> Took read(Source<T> source, int count, Consumer<List<T>> reader) {
        return read(source, count, reader, () -> {});
    }

    /** Reads so many from the beginning, a batch at a time as the listener does. */
    private <T> Took read(Source<T> source, int count, Consumer<List<T>> reader, Runnable atTheEnd) {
        var threads = ManagementFactory.getThreadMXBean();
        try (var consumer = new KafkaConsumer<byte[], byte[]>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                BATCH,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class))) {
            var partitions = new ArrayList<TopicPartition>();
            for (int i = 0; i < Feed.PARTITIONS; i++) {
                partitions.add(new TopicPartition(source.topic(), i));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var wall = System.nanoTime();
            var cpu = threads.getCurrentThreadCpuTime();
            for (int seen = 0; seen < count; ) {
                var batch = new ArrayList<T>(BATCH);
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    batch.add(EventJson.MAPPER.readValue(record.value(), source.type()));
                }
                seen += batch.size();
                reader.accept(batch);
            }
            atTheEnd.run();
            return new Took(
                    (System.nanoTime() - wall) / 1_000_000, (threads.getCurrentThreadCpuTime() - cpu) / 1_000_000);
        }
    }

    private static Bookkeeping bookkeeping() {
        return new Bookkeeping(
                new KeepsNothing<>(),
                new KeepsNothing<>(),
                new KeepsNothing<>(),
                new KeepsNothing<>(),
                Clock.systemUTC());
    }

    private record KeepsNothing<T>() implements Snapshots<T> {
        @Override
        public void keepAll(List<T> snapshots) {}

        @Override
        public void forEach(Consumer<T> reader) {}

        @Override
        public long sift(Consumer<T> trial) {
            return 0;
        }

        @Override
        public long asideCount() {
            return 0;
        }
    }

    /** Bytes that live objects take. */
    private static long usedHeap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
