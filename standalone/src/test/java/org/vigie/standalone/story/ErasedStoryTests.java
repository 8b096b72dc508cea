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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.events.Topics;
import org.vigie.events.availability.Watermark;

/** What a regulator reads of cases, to the byte, before they are erased and afterwards. */
class ErasedStoryTests {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> LISTS = List.of(
            "archives", "backlog", "categories", "countries", "months", "providers", "stages", "totals", "types");

    @TempDir
    private Path directory;

    private SmallInternet internet;
    private NoticesAndMetrics services;
    private RegistryAndChecker outside;

    @BeforeEach
    void start() {
        internet = new SmallInternet();
        services = new NoticesAndMetrics(directory, internet.relay(), START);
        outside = new RegistryAndChecker(services);
    }

    @AfterEach
    void stop() {
        services.close();
        internet.close();
    }

    @Test
    void theIndicatorsAreTheSameToTheByte() {
        var provider = outside.provider("Hoster");
        var erased = List.of(removed("one", "first", provider), removed("two", "first", provider));
        var kept = removed("three", "second", provider);
        counted();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                services.indicators(provider).path("n_removed").asInt())
                        .isEqualTo(3));
        var before = indicators(provider);
        assertThat(before.get("/v1/indicators/totals?format=csv")).contains("removal.images_targeted,3");

        services.decide(kept, "holds", """
                {"kind": "PRESERVE", "owner": "court", "reason": "order", "expires_at": "%s", "probing_allowed": true}
                """.formatted(services.now().plus(Duration.ofDays(30))));
        services.passUntil(services.now().plus(Duration.ofDays(770)));
        services.awaitAllRead();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(erased)
                        .allSatisfy(caseId -> assertThat(url(caseId)).contains("erased[.]invalid")));
        assertThat(url(kept)).contains("three[.]test");
        assertThat(indicators(provider)).isEqualTo(before);
    }

    /** A case that was notified and whose page was gone two days later. */
    private UUID removed(String host, String content, UUID provider) {
        var caseId = services.reported(
                RegistryAndChecker.report("http://%s.test/x".formatted(host), RegistryAndChecker.hash(content)));
        outside.route(caseId, provider);
        outside.up(caseId);
        services.passUntil(services.now().plus(Duration.ofDays(2)));
        outside.down(caseId, services.now());
        return caseId;
    }

    private void counted() {
        services.publish(Topics.WATERMARKS, 0, new Watermark(0, services.now().toEpochMilli()));
        services.awaitAllRead();
    }

    private Map<String, String> indicators(UUID provider) {
        return Stream.concat(LISTS.stream(), Stream.of("providers/" + provider))
                .map("/v1/indicators/"::concat)
                .flatMap(path -> Stream.of(path, path + "?format=csv"))
                .collect(Collectors.toMap(path -> path, services::indicatorsAsSent));
    }

    private String url(UUID caseId) {
        return services.caseOf(caseId).path("url").asString();
    }
}
