package org.vigie.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.events.Topics;
import org.vigie.events.availability.Watermark;

/** Two of three cases are erased when their time has come, and the third is kept by an order to preserve. */
class ErasedStoryTests {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> LISTS = List.of(
            "archives", "backlog", "categories", "countries", "months", "providers", "stages", "totals", "types");

    @TempDir
    private static Path directory;

    private static SmallInternet internet;
    private static NoticesAndMetrics services;
    private static RegistryAndChecker outside;
    private static UUID provider;
    private static List<UUID> erased;
    private static UUID kept;
    private static Map<String, String> indicatorsBefore;
    private static Map<String, String> indicatorsAfter;
    private static List<String> placesBefore;

    @BeforeAll
    static void timeHasCome() {
        internet = new SmallInternet();
        services = new NoticesAndMetrics(directory, internet.relay(), START);
        outside = new RegistryAndChecker(services);
        provider = outside.provider("Hoster");
        erased = List.of(removed("one", "first"), removed("two", "first"));
        kept = removed("three", "second");
        services.publish(Topics.WATERMARKS, 0, new Watermark(0, services.now().toEpochMilli()));
        services.awaitAllRead();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                services.indicators(provider).path("n_removed").asInt())
                        .isEqualTo(3));
        indicatorsBefore = indicators();
        placesBefore = places(erased);
        services.decide(kept, "holds", """
                {"kind": "PRESERVE", "owner": "court", "reason": "order", "expires_at": "%s", "probing_allowed": true}
                """.formatted(services.now().plus(Duration.ofDays(30))));
        services.passUntil(services.now().plus(Duration.ofDays(770)));
        services.awaitAllRead();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(erased)
                        .allSatisfy(caseId -> assertThat(url(caseId)).contains("erased[.]invalid")));
        indicatorsAfter = indicators();
    }

    @AfterAll
    static void stop() {
        services.close();
        internet.close();
    }

    @Test
    void theIndicatorsAreTheSameToTheByte() {
        assertThat(url(kept)).contains("three[.]test");
        assertThat(indicatorsBefore.get("/v1/indicators/totals?format=csv")).contains("removal.images_targeted,3");

        assertThat(indicatorsAfter).isEqualTo(indicatorsBefore);
    }

    /** As topics.csv has them compacted, only sooner. */
    @Test
    void whatWasSealedOfThemLeavesTheSegmentsOfKafka() {
        assertThat(placesBefore).hasSize(2);
        var keptPlace = places(List.of(kept));
        assertThat(keptPlace).isNotEmpty();

        Segments.compactSoon(Topics.LOCATIONS);
        services.reported(RegistryAndChecker.report("http://next.test/x", RegistryAndChecker.hash("next")));
        services.awaitAllRead();

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(places(erased))
                        .doesNotContainAnyElementsOf(placesBefore)
                        .hasSize(2));
        assertThat(places(List.of(kept))).containsAnyElementsOf(keptPlace);
    }

    /** A case that was notified and whose page was gone two days later. */
    private static UUID removed(String host, String content) {
        var caseId = services.reported(
                RegistryAndChecker.report("http://%s.test/x".formatted(host), RegistryAndChecker.hash(content)));
        outside.route(caseId, provider);
        outside.up(caseId);
        services.passUntil(services.now().plus(Duration.ofDays(2)));
        outside.down(caseId, services.now());
        return caseId;
    }

    private static Map<String, String> indicators() {
        return Stream.concat(LISTS.stream(), Stream.of("providers/" + provider))
                .map("/v1/indicators/"::concat)
                .flatMap(path -> Stream.of(path, path + "?format=csv"))
                .collect(Collectors.toMap(path -> path, services::indicatorsAsSent));
    }

    /** The sealed places of the cases in every file that Kafka has of the topic. */
    private static List<String> places(List<UUID> cases) {
        return cases.stream()
                .flatMap(caseId -> Segments.valuesOf(Topics.LOCATIONS, caseId).stream())
                .toList();
    }

    private static String url(UUID caseId) {
        return services.caseOf(caseId).path("url").asString();
    }
}
