package org.vigie.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.standalone.story.RunningVigie.CHECKER;
import static org.vigie.standalone.story.RunningVigie.METRICS;
import static org.vigie.standalone.story.RunningVigie.NOTICE;
import static org.vigie.standalone.story.RunningVigie.REGISTRY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The store inside under load: reports, questions and looks for as long as {@code -Dvigie.minutes=60} says, then all of
 * it is read once more, and again after a restart. {@code -Dvigie.rate=} reports a second, 0.5 if absent.
 */
@EnabledIfSystemProperty(named = "vigie.minutes", matches = "\\d+")
class HourOfLoadTests {

    private static final Duration LOAD = Duration.ofMinutes(Integer.getInteger("vigie.minutes", 60));
    private static final double RATE = Double.parseDouble(System.getProperty("vigie.rate", "0.5"));
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final List<String> SERVICES = List.of(NOTICE, REGISTRY, CHECKER, METRICS);

    private final SplittableRandom random = new SplittableRandom(17);
    /** By URL, the id of its report. */
    private final Map<String, String> reports = new LinkedHashMap<>();
    /** What was not as it should be, with its instant. */
    private final List<String> faults = new ArrayList<>();

    private long slowestHealth;

    @TempDir
    private Path directory;

    @Test
    void losesNoPageAndStaysHealthy() throws IOException, InterruptedException {
        var data = directory.resolve("data");
        try (var internet = new SmallInternet()) {
            Map<String, String> cases;
            try (var up = UpProcess.on(data, internet)) {
                up.post(REGISTRY, "/v1/providers", "teach", Reports.host(SmallInternet.TEST_NETWORK));
                load(up, internet);
                await().pollInterval(Duration.ofSeconds(5))
                        .atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(cases(up).values())
                                .doesNotContain("")
                                .hasSize(reports.size()));
                cases = cases(up);
                readAll(up, cases);
                assertThat(faults).isEmpty();
                up.stop();
            }
            try (var up = UpProcess.on(data, internet)) {
                assertThat(cases(up)).isEqualTo(cases);
                readAll(up, cases);
            }
            System.out.printf(
                    "minutes=%d reports=%d mails=%d slowest_health_ms=%d store_mib=%d%n",
                    LOAD.toMinutes(), reports.size(), internet.mails(), slowestHealth, size(data) >> 20);
        }
        assertThat(faults).isEmpty();
    }

    /** Every second: a report now and then, questions of each kind, what was written about goes, health of all four. */
    private void load(UpProcess up, SmallInternet internet) throws InterruptedException {
        var end = Instant.now().plus(LOAD);
        try (var seconds = Executors.newSingleThreadScheduledExecutor()) {
            var round = seconds.scheduleAtFixedRate(() -> oneSecond(up, internet), 0, 1, TimeUnit.SECONDS);
            await().pollInterval(Duration.ofSeconds(1))
                    .atMost(LOAD.plusMinutes(5))
                    .until(() -> round.isDone() || Instant.now().isAfter(end));
            round.cancel(false);
        }
    }

    private void oneSecond(UpProcess up, SmallInternet internet) {
        for (double left = RATE; random.nextDouble() < left; left--) {
            var url = internet.page("/load/%d".formatted(reports.size()));
            var answer = up.post(NOTICE, "/v1/reports", "key-" + reports.size(), Reports.verified(url));
            reports.put(
                    url,
                    answer.status() == 202 ? answer.json().path("report_id").asString() : "");
            expect(answer.status() == 202, "report answered " + answer.status());
        }
        var known = List.copyOf(reports.entrySet());
        if (!known.isEmpty()) {
            var one = known.get(random.nextInt(known.size()));
            ask(up, NOTICE, "/v1/reports/" + one.getValue());
            if (random.nextInt(10) > 0) { // one in ten stays and is reminded of
                internet.answer(one.getKey().substring(one.getKey().indexOf("/load")), 410);
            }
        }
        ask(up, NOTICE, "/v1/cases?limit=100");
        ask(up, NOTICE, "/v1/tasks");
        ask(up, METRICS, "/v1/indicators/providers");
        for (var service : SERVICES) {
            var asked = System.nanoTime();
            ask(up, service, "/actuator/health");
            slowestHealth = Math.max(slowestHealth, (System.nanoTime() - asked) / 1_000_000);
        }
    }

    private void ask(UpProcess up, String service, String path) {
        try {
            var answer = up.get(service, path);
            expect(answer.status() == 200, service + " answered " + answer.status() + " of " + path);
        } catch (RuntimeException e) {
            expect(false, service + " did not answer: " + e.getClass().getSimpleName());
        }
    }

    private void expect(boolean holds, String fault) {
        if (!holds) {
            faults.add(Instant.now() + " " + fault);
        }
    }

    /** By report, its case; empty while it has none. */
    private Map<String, String> cases(UpProcess up) {
        var cases = new LinkedHashMap<String, String>();
        reports.values()
                .forEach(id -> cases.put(
                        id,
                        up.get(NOTICE, "/v1/reports/" + id)
                                .json()
                                .path("case_id")
                                .asString("")));
        return cases;
    }

    /** All that the services hold about the cases, each read whole. */
    private void readAll(UpProcess up, Map<String, String> cases) {
        for (var id : cases.values()) {
            ask(up, NOTICE, "/v1/cases/" + id);
            ask(up, NOTICE, "/v1/cases/" + id + "/notices");
        }
        ask(up, METRICS, "/v1/indicators/providers");
    }

    private static long size(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
