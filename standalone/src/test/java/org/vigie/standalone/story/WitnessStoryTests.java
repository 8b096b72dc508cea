package org.vigie.standalone.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.standalone.story.RunningVigie.NOTICE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.events.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person saw, from the task to the checker, its verdict and back to the case. An hour passes in a second. */
class WitnessStoryTests {

    private static final Duration SOON = Duration.ofMinutes(3);

    @TempDir
    private static Path directory;

    private static SmallInternet internet;
    private static RunningVigie vigie;

    @BeforeAll
    static void start() {
        internet = new SmallInternet();
        vigie = RunningVigie.on(directory.resolve("data"), internet, Map.of("VIGIE_TIME_FACTOR", "3600"));
        vigie.teachHost("Example Hosting", "CIDR", SmallInternet.TEST_NETWORK);
    }

    @AfterAll
    static void stop() {
        vigie.close();
        internet.close();
    }

    @Test
    void aPersonsPresentIsTheLookThatWeCannotMake() {
        var url = internet.page("present.test", "/witness/present");
        internet.answer("/witness/present", 403);
        var report = vigie.report(Reports.verified(url));
        awaitTask(report);
        assertThat(presence(report)).isEqualTo("UNKNOWN");

        observe(report, "PRESENT");

        await().atMost(SOON).untilAsserted(() -> assertThat(presence(report)).isEqualTo("REACHABLE"));
        assertThat(published(report).path("flags")).as("no look of ours saw it").isNotEmpty();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(internet.mailsNaming(url)).isNotEmpty());
    }

    @Test
    void aPersonsGoneBesideRefusalsEndsTheCase() {
        var url = internet.page("gone.test", "/witness/gone");
        var report = vigie.report(Reports.verified(url));
        await().atMost(SOON).untilAsserted(() -> assertThat(presence(report)).isEqualTo("REACHABLE"));
        internet.answer("/witness/gone", 429);
        awaitTask(report);

        observe(report, "GONE");

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(published(report).path("removal_class").asString())
                                .isEqualTo("WITNESSED"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                vigie.caseOfReport(report).path("status").asString())
                        .as("whether a notice left before or not")
                        .isIn("DOWN", "REMOVED", "GONE_BEFORE_NOTICE"));
    }

    private static void awaitTask(String report) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                vigie.caseOfReport(report).path("tasks").toString())
                        .contains("LOOK_BLOCKED"));
    }

    private static void observe(String report, String seen) {
        var path = "/v1/cases/" + caseId(report) + "/observations";
        var answer =
                vigie.post(NOTICE, path, "saw-" + report, "{\"seen\": \"%s\", \"reason\": \"looked\"}".formatted(seen));
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    /** What the checker said last. */
    private static JsonNode published(String report) {
        var id = caseId(report);
        return vigie.records(Topics.AVAILABILITY).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(id))
                .reduce((_, later) -> later)
                .map(record -> JsonMapper.shared().readTree(record.value()))
                .orElseThrow();
    }

    private static String caseId(String report) {
        return vigie.caseOfReport(report).path("case_id").asString();
    }

    private static String presence(String report) {
        return vigie.caseOfReport(report).path("presence").asString();
    }
}
