package org.vigie.standalone.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.standalone.story.RunningVigie.METRICS;
import static org.vigie.standalone.story.RunningVigie.NOTICE;
import static org.vigie.standalone.story.RunningVigie.REGISTRY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.vigie.events.Topics;
import org.vigie.standalone.story.RunningVigie.Answer;
import org.vigie.testing.TopicRecords;

/**
 * {@code ./vigie up} that lost a part of what it keeps: says so, and repeats nothing. {@code -Dvigie.lost=true} runs
 * it.
 */
@EnabledIfSystemProperty(named = "vigie.lost", matches = "true")
class LostPartsTests {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int CASES = 3;

    @TempDir
    private static Path kept;

    @TempDir
    private Path directory;

    private static SmallInternet internet;

    /** Some cases that were written about. */
    @BeforeAll
    static void makeWhatCanBeLost() throws IOException, InterruptedException {
        internet = new SmallInternet();
        try (var up = UpProcess.on(kept, internet)) {
            up.post(REGISTRY, "/v1/providers", "teach", Reports.host(SmallInternet.TEST_NETWORK));
            IntStream.range(0, CASES).forEach(i -> handIn(up, "/lost/" + i + "/"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(figures(up)).contains("\"images_targeted\":" + CASES));
            eachWasWrittenAboutOnce();
            up.stop();
        }
    }

    @AfterAll
    static void close() {
        internet.close();
    }

    @Test
    void keysThatAreLostEndTheStartWithTheirNameAndWorkOnceTheyAreBack() throws IOException, InterruptedException {
        var data = copied(kept, directory.resolve("data"));
        FileSystemUtils.deleteRecursively(data.resolve("keys"));

        try (var up = UpProcess.ending(data, internet)) {
            assertThat(up.console()).contains("VIGIE_KEYS", "keyset", "does not open what the store holds");
        }

        FileSystemUtils.deleteRecursively(data.resolve("keys"));
        copied(kept.resolve("keys"), data.resolve("keys"));
        nothingIsRepeated(data);
    }

    @Test
    void aTokenThatIsLostIsMadeAnew() throws IOException, InterruptedException {
        var data = copied(kept, directory.resolve("data"));
        Files.delete(data.resolve("token"));

        nothingIsRepeated(data);

        assertThat(data.resolve("token")).exists();
        assertThat(Files.readString(data.resolve("token"))).isNotEqualTo(Files.readString(kept.resolve("token")));
    }

    @Test
    void whatWasPublishedIsPublishedAgainWhenKafkaIsLost() throws IOException, InterruptedException {
        var data = copied(kept, directory.resolve("data"));
        FileSystemUtils.deleteRecursively(data.resolve("kafka"));

        try (var up = UpProcess.on(data, internet)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(TopicRecords.of(up.kafka(), Topics.CASES).stream()
                                    .map(record -> new String(record.key(), UTF_8))
                                    .collect(toSet()))
                            .hasSize(CASES));
            aNewOneIsWrittenAbout(up, "/lost/after-kafka/");
            eachWasWrittenAboutOnce();
        }
    }

    @Test
    void aStoreThatIsLostIsSaidInHealthAndWorksOnceItIsBack() throws IOException, InterruptedException {
        var data = copied(kept, directory.resolve("data"));
        FileSystemUtils.deleteRecursively(data.resolve("store"));
        try (var up = UpProcess.on(data, internet)) {
            var health = up.get(NOTICE, "/actuator/health");
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.text()).contains("is empty", Topics.CASES);
            eachWasWrittenAboutOnce();
        }

        FileSystemUtils.deleteRecursively(data.resolve("store"));
        copied(kept.resolve("store"), data.resolve("store"));
        nothingIsRepeated(data);
    }

    @Test
    void aBacklogDoesNotHoldUpTheEndAndIsWorkedOffOnce() throws IOException, InterruptedException {
        var data = copied(kept, directory.resolve("data"));
        var many = IntStream.range(0, 300)
                .mapToObj(i -> "/lost/backlog-%d/".formatted(i))
                .toList();
        try (var up = UpProcess.on(data, internet)) {
            many.forEach(path -> handIn(up, path));
            var took = up.stop();
            System.out.printf("ended_after_ms=%d%n", took.toMillis());
            assertThat(took).isLessThan(Duration.ofSeconds(10));
        }
        try (var _ = UpProcess.on(data, internet)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(many)
                            .allSatisfy(path -> assertThat(firstNotices(path)).isOne()));
        }
    }

    private static void nothingIsRepeated(Path data) throws IOException, InterruptedException {
        try (var up = UpProcess.on(data, internet)) {
            assertThat(up.get(NOTICE, "/actuator/health").status()).isEqualTo(200);
            assertThat(figures(up)).contains("\"images_targeted\":" + CASES);
            aNewOneIsWrittenAbout(up, "/lost/new-" + data.hashCode() + "/");
            eachWasWrittenAboutOnce();
        }
    }

    private static void aNewOneIsWrittenAbout(UpProcess up, String path) {
        handIn(up, path);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(firstNotices(path)).isOne());
    }

    private static void eachWasWrittenAboutOnce() {
        assertThat(IntStream.range(0, CASES))
                .allSatisfy(i -> assertThat(firstNotices("/lost/" + i + "/")).isOne());
    }

    /** Reminders may come meanwhile. */
    private static long firstNotices(String path) {
        return internet.mailsNaming(path).stream()
                .filter(mail -> !mail.contains("\nIn-Reply-To:"))
                .count();
    }

    private static void handIn(UpProcess up, String path) {
        assertThat(handedIn(up, path).status()).isIn(200, 202);
    }

    private static Answer handedIn(UpProcess up, String path) {
        return up.post(NOTICE, "/v1/reports", "key-" + path, Reports.verified(internet.page(path)));
    }

    private static String figures(UpProcess up) {
        return up.get(METRICS, "/v1/indicators/providers").text();
    }

    private static Path copied(Path from, Path to) throws IOException {
        FileSystemUtils.copyRecursively(from, to);
        return to;
    }
}
