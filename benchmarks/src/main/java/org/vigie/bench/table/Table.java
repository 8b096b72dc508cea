package org.vigie.bench.table;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.vigie.events.availability.Watermark;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.ledger.Ledger;
import org.vigie.metrics.provider.Providers;
import org.vigie.standalone.CannotStart;
import org.vigie.standalone.Standalone;
import org.vigie.support.events.EventJson;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./vigie table}: has metrics-service count invented events, and lays its answers beside the report's figures.
 */
public final class Table {

    private static final Duration LOOK = Duration.ofMillis(250);
    /** Who asks for a table waits for it. */
    private static final Duration ANSWER = Duration.ofMinutes(1);

    private static final Duration STANDSTILL = Duration.ofMinutes(5);

    private final Options options;
    private final PrintStream output;
    private final String token = UUID.randomUUID().toString();

    private Table(Options options, PrintStream output) {
        this.options = options;
        this.output = output;
    }

    static void main(String[] arguments) throws IOException {
        try {
            System.exit(new Table(Options.of(List.of(arguments)), System.out).run() ? 0 : 1);
        } catch (IllegalArgumentException | CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(e instanceof CannotStart ? 1 : 2);
        }
    }

    /** Whether every figure came out. */
    private boolean run() throws IOException {
        var began = System.nanoTime();
        var report = Report.read();
        var plan = Plan.of(report, options.scale(), new Random(options.seed()));
        var directory = Files.createTempDirectory("vigie-table");
        try (var system = Standalone.metricsAlone(environment(directory), output)) {
            system.start();
            feed(system, plan);
            var counted = counted(URI.create("http://"
                    + InetAddress.getLoopbackAddress().getHostAddress() + ":" + system.port("metrics-service")));
            var took = Duration.ofNanos(System.nanoTime() - began);
            var expected = options.scale() == 1 ? Figures.said(report) : Figures.meant(report, plan);
            var right = new Comparison(output, options.scale() == 1).show(expected, counted);
            output.printf(
                    "Seed %d, %,d targetings, %d min %02d s.%n",
                    options.seed(), plan.targeted(), took.toMinutes(), took.toSecondsPart());
            return right;
        } finally {
            delete(directory);
        }
    }

    private Map<String, String> environment(Path directory) {
        var environment = new HashMap<>(System.getenv());
        environment.put("VIGIE_DATA", directory.resolve("data").toString());
        environment.put("VIGIE_API_TOKEN", token);
        environment.putIfAbsent("VIGIE_STORE", "memory");
        List.of("METRICS", "KAFKA").forEach(port -> environment.putIfAbsent("VIGIE_PORT_" + port, "0"));
        return environment;
    }

    private void feed(Standalone system, Plan plan) {
        var bookkeeping = system.beans(Bookkeeping.class).getFirst();
        var providers = system.beans(Providers.class).getFirst();
        try (var events = new Events(system.bootstrapServers(), new Random(options.seed() + 1))) {
            var told = CompletableFuture.runAsync(() -> {
                plan.blocks().stream()
                        .map(Block::addressee)
                        .distinct()
                        .forEach(addressee -> events.send(addressee.snapshot()));
                new Invention(plan, options.scale(), new Random(options.seed() + 2), events).tell();
                events.send(new Watermark(0, Invention.CHECKED.toEpochMilli()));
                events.flush();
            });
            var bar = new Bar(output, plan.targeted());
            until(
                    bar,
                    bookkeeping,
                    () -> told.isDone()
                            && (told.isCompletedExceptionally() || isCounted(plan, events, bookkeeping, providers)));
            told.join();
            bar.end();
        }
    }

    private static boolean isCounted(Plan plan, Events events, Bookkeeping bookkeeping, Providers providers) {
        return bookkeeping.asOf() != null
                && bookkeeping.read(Ledger::targetingCount) >= events.targetings()
                && bookkeeping.read(Ledger::caseCount) >= events.cases()
                && plan.blocks().stream()
                        .allMatch(block -> providers.find(block.addressee().id()) != null);
    }

    /** Looks until it is so; gives up when nothing is counted any more. */
    private static void until(Bar bar, Bookkeeping bookkeeping, BooleanSupplier finished) {
        var last = -1;
        var since = System.nanoTime();
        while (!finished.getAsBoolean()) {
            var counted = bookkeeping.read(Ledger::targetingCount) + bookkeeping.read(Ledger::caseCount);
            if (counted != last) {
                last = counted;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > STANDSTILL.toNanos()) {
                throw new IllegalStateException("metrics-service stopped counting at " + counted);
            }
            bar.show(bookkeeping.read(Ledger::targetingCount));
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Map<String, Figures> counted(URI service) {
        var all = new LinkedHashMap<String, Figures>();
        var page = "?limit=500";
        while (page != null) {
            var table = get(service, "/v1/indicators/providers" + page);
            for (var row : table.path("providers")) {
                all.put(row.path("name").asString(), Figures.counted(row, null, 1));
            }
            page = table.has("next") ? "?limit=500&cursor=" + table.path("next").asString() : null;
        }
        var totals = get(service, "/v1/indicators/totals");
        var verified = totals.path("verified");
        all.put(
                Figures.TOTAL,
                Figures.counted(
                        totals.path("removal"), verified.path("detections").asLong(), 0));
        for (var row : get(service, "/v1/indicators/stages").path("rows")) {
            var stage = row.path("group").asString();
            var detections = verified.path("detections_by_stage").path(stage).asLong();
            all.put(stage, Figures.counted(row, detections, 0));
        }
        return all;
    }

    private JsonNode get(URI service, String path) {
        var request = HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + token)
                .timeout(ANSWER)
                .build();
        var began = System.nanoTime();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            output.printf("%s answered after %.1f s%n", path, (System.nanoTime() - began) / 1e9);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            return EventJson.MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (var path :
                    new ArrayList<>(paths.sorted(Comparator.reverseOrder()).toList())) {
                Files.deleteIfExists(path);
            }
        }
    }
}
