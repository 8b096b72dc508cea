package org.vigie.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.events.Topics;
import org.vigie.events.availability.Watermark;
import tools.jackson.databind.JsonNode;

/** The domain's two vectors, fed to notice-service as reports, chains and looks, as metrics-service shows them. */
class VectorStoryTests {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private static final Duration SOON = Duration.ofSeconds(60);

    /** Between the look and the hand-over first notices wait for each other. */
    private static final Duration BEFORE_THE_HANDOVER = Duration.ofSeconds(2);

    @TempDir
    private static Path directory;

    private static SmallInternet internet;
    private static NoticesAndMetrics services;
    private static RegistryAndChecker outside;

    /** One targeting of the vector; hours since the start, and how long it lasted. */
    private record Targeted(
            String name,
            String content,
            String provider,
            int at,
            @Nullable Integer lasted) {}

    private record Event(Instant at, Runnable happens) {}

    @BeforeAll
    static void start() {
        internet = new SmallInternet();
        services = new NoticesAndMetrics(directory, internet.relay(), START.minusSeconds(10));
        outside = new RegistryAndChecker(services);
    }

    @AfterAll
    static void stop() {
        services.close();
        internet.close();
    }

    @Test
    void bothVectorsComeOutOfMetricsServiceAsTheDomainSays() {
        countingVector();
        workedVector();
    }

    private void countingVector() {
        var provider = outside.provider("Counted");
        var page = "http://page.test/three";
        UUID caseId = null;
        for (var image : List.of("i1", "i2", "i3")) {
            caseId = services.reported(RegistryAndChecker.report(page, RegistryAndChecker.hash("counting-" + image)));
        }
        var watched = Objects.requireNonNull(caseId);
        outside.route(watched, provider);
        outside.up(watched);
        services.passUntil(services.now().plusSeconds(5));
        services.awaitAllRead();

        assertThat(internet.mailsNaming(page)).hasSize(1);
        assertThat(services.caseOf(watched).path("reports").path("unstated").asInt())
                .isEqualTo(3);
        await().atMost(SOON).untilAsserted(() -> {
            var row = services.indicators(provider);
            assertThat(row.path("images_targeted").asInt()).isEqualTo(3);
            assertThat(row.path("notices_sent").asInt()).isEqualTo(1);
            shares(row, "recidivism_a", 0, 3);
        });

        services.passUntil(services.now().plus(Duration.ofDays(1)));
        var second = services.reported(
                RegistryAndChecker.report("http://page.test/second", RegistryAndChecker.hash("counting-i1")));
        outside.route(second, provider);
        outside.up(second);
        services.passUntil(services.now().plusSeconds(5));
        services.awaitAllRead();

        assertThat(second).isNotEqualTo(watched);
        await().atMost(SOON).untilAsserted(() -> shares(services.indicators(provider), "recidivism_a", 1, 4));
        assertThat(services.caseOf(second).path("timeline").toString()).contains("SIGNALLED_BEFORE");
    }

    private void workedVector() {
        // What is still open is counted from whole hours.
        var origin = services.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        var p = outside.provider("P");
        var q = outside.provider("Q");
        var events = new PriorityQueue<>(Comparator.comparing(Event::at));
        var handedOver = new HashMap<String, Instant>();
        for (var one : List.of(
                new Targeted("T1", "h1", "P", 0, 5),
                new Targeted("T4", "h2", "P", 50, 20),
                new Targeted("T5", "h3", "P", 60, 30),
                new Targeted("T6", "h4", "P", 70, 72),
                new Targeted("T7", "h5", "P", 80, 200),
                new Targeted("T8", "h6", "P", 90, 1008),
                new Targeted("T2", "h1", "P", 100, 24),
                new Targeted("T3", "h1", "P", 200, 47),
                new Targeted("T10", "h7", "P", 600, null),
                new Targeted("T9", "h2", "P", 1200, null),
                new Targeted("T11", "h1", "Q", 300, 10))) {
            var planned = origin.plus(Duration.ofHours(one.at()));
            events.add(new Event(planned.minus(BEFORE_THE_HANDOVER), () -> {
                var caseId = services.reported(RegistryAndChecker.report(
                        "http://%s.test/x".formatted(one.name()), RegistryAndChecker.hash(one.content())));
                outside.route(caseId, one.provider().equals("P") ? p : q);
                outside.up(caseId);
                services.passUntil(planned.plusSeconds(5));
                var at = handedOver(caseId);
                assertThat(at).isEqualTo(planned);
                handedOver.put(one.name(), at);
                var lasted = one.lasted();
                if (lasted != null) {
                    var down = at.plus(Duration.ofHours(lasted));
                    events.add(new Event(down, () -> outside.down(caseId, down)));
                }
            }));
        }
        while (!events.isEmpty()) {
            var event = events.remove();
            services.passUntil(event.at());
            event.happens().run();
        }
        var cutOff = Objects.requireNonNull(handedOver.get("T10")).plus(Duration.ofHours(1500));
        services.passUntil(cutOff);
        services.publish(Topics.WATERMARKS, 0, new Watermark(0, cutOff.toEpochMilli()));
        services.awaitAllRead();

        await().atMost(SOON).untilAsserted(() -> {
            var row = services.indicators(p);
            assertThat(row.path("images_targeted").asInt()).isEqualTo(10);
            assertThat(row.path("distinct_content").asInt()).isEqualTo(7);
            assertThat(row.path("n_removed").asInt()).isEqualTo(8);
            assertThat(row.path("n_open").asInt()).isEqualTo(2);
            assertThat(row.path("oldest_open_hours").asInt()).isEqualTo(1500);
            var times = row.path("removal_time_report");
            percentile(times.path("observed").path("p50"), 30, 2);
            percentile(times.path("observed").path("p90"), 1008, 42);
            percentile(times.path("kaplan_meier").path("p50"), 47, 2);
            assertThat(times.path("kaplan_meier").path("p90").path("reached").asBoolean())
                    .isFalse();
            shares(row, "recidivism_a", 3, 10);
            shares(row, "recidivism_b", 2, 7);
        });
        assertThat(services.indicators(q).path("images_targeted").asInt()).isEqualTo(1);
    }

    private static Instant handedOver(UUID caseId) {
        var targeting = services.caseOf(caseId).path("targetings").path(0);
        return Instant.parse(targeting.path("handed_over_at").asString());
    }

    private static void percentile(JsonNode percentile, int hours, int days) {
        assertThat(percentile.path("hours").asInt()).isEqualTo(hours);
        assertThat(percentile.path("days").asInt()).isEqualTo(days);
    }

    private static void shares(JsonNode row, String name, int numerator, int denominator) {
        assertThat(row.path(name).path("numerator").asInt()).as("%s", row).isEqualTo(numerator);
        assertThat(row.path(name).path("denominator").asInt()).isEqualTo(denominator);
    }
}
