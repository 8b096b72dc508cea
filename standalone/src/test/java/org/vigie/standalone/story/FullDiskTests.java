package org.vigie.standalone.story;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.standalone.story.RunningVigie.METRICS;
import static org.vigie.standalone.story.RunningVigie.NOTICE;
import static org.vigie.standalone.story.RunningVigie.REGISTRY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.client.ResourceAccessException;
import org.vigie.standalone.story.RunningVigie.Answer;

/**
 * {@code ./vigie up} on a disk that runs full while reports come in: says so, and once there is room again nothing is
 * lost and nothing repeated. {@code -Dvigie.tmpfs=} names a small file system of its own (300 MB, empty), which is
 * filled.
 */
@EnabledIfSystemProperty(named = "vigie.tmpfs", matches = ".+")
class FullDiskTests {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** So many are answered right before the disk is full: their notices are yet to be written. */
    private static final int BEFORE = 20;

    private static final Pattern MESSAGE_ID = Pattern.compile("(?mi)^Message-ID:\\s*(\\S+)");

    private static final Path SMALL = Path.of(System.getProperty("vigie.tmpfs", "."));

    private final Path data = SMALL.resolve("data");
    private final Path filler = SMALL.resolve("filler");

    @TempDir
    private Path elsewhere;

    private final List<String> taken = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    /** Nobody knows whether these were taken: the process ended before it answered. */
    private final List<String> unanswered = new ArrayList<>();

    @AfterEach
    void leaveItEmpty() throws IOException {
        Files.deleteIfExists(filler);
        FileSystemUtils.deleteRecursively(data);
    }

    /** A broker that cannot write ends the process at once: nobody is refused then, nobody is answered. */
    @Test
    void saysSoAndEndsAndLosesAndRepeatsNothing() throws IOException, InterruptedException {
        runsFull("Vigie ends");

        assertThat(unanswered).isNotEmpty();
    }

    @Test
    void refusesReportsWhereOnlyTheStoreIsFullAndLosesAndRepeatsNothing() throws IOException, InterruptedException {
        Files.createDirectories(data);
        Files.createSymbolicLink(data.resolve("kafka"), Files.createDirectory(elsewhere.resolve("kafka")));

        runsFull("nothing more is stored");

        assertThat(refused).isNotEmpty();
    }

    private void runsFull(String said) throws IOException, InterruptedException {
        try (var internet = new SmallInternet()) {
            try (var up = UpProcess.on(data, internet)) {
                up.post(REGISTRY, "/v1/providers", "teach", Reports.host(SmallInternet.TEST_NETWORK));
                IntStream.range(0, BEFORE).forEach(i -> handIn(up, internet, "/full/before-%d/".formatted(i)));
                assertThat(taken).hasSize(BEFORE);
                fill();
                await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(() -> {
                    handIn(up, internet, "/full/while-%d/".formatted(all().size()));
                    return up.console().contains("full") && refused.size() + unanswered.size() > 2;
                });
                assertThat(up.console()).containsPattern("(?i)disk.* is full").contains(said);
                saysThatItIsUnhealthy(up);
                up.stop();
            }
            Files.delete(filler);
            try (var up = UpProcess.on(data, internet)) {
                assertThat(up.get(NOTICE, "/actuator/health").status()).isEqualTo(200);
                eachHasOneFirstNotice(internet, taken);
                assertThat(refused)
                        .allSatisfy(
                                path -> assertThat(internet.mailsNaming(path)).isEmpty());
                var again = new ArrayList<String>(refused);
                again.addAll(unanswered);
                again.forEach(
                        path -> assertThat(posted(up, internet, path).status()).isIn(200, 202));
                eachHasOneFirstNotice(internet, all());
                await().dontCatchUncaughtExceptions()
                        .atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(up.get(METRICS, "/v1/indicators/providers")
                                        .text())
                                .contains("\"images_targeted\":" + all().size()));
            }
            System.out.printf(
                    "taken=%d refused=%d unanswered=%d mails=%d%n",
                    taken.size(), refused.size(), unanswered.size(), internet.mails());
        }
    }

    private List<String> all() {
        var all = new ArrayList<>(taken);
        all.addAll(refused);
        all.addAll(unanswered);
        return all;
    }

    private void handIn(UpProcess up, SmallInternet internet, String path) {
        try {
            var answer = posted(up, internet, path);
            if (answer.status() == 202) {
                taken.add(path);
            } else {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.text()).contains("urn:vigie:problem:store-unavailable");
                refused.add(path);
            }
        } catch (ResourceAccessException _) {
            unanswered.add(path);
        }
    }

    private static Answer posted(UpProcess up, SmallInternet internet, String path) {
        return up.post(NOTICE, "/v1/reports", "key-" + path, Reports.verified(internet.page(path)));
    }

    private static void eachHasOneFirstNotice(SmallInternet internet, Collection<String> paths) {
        await().dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(paths)
                        .allSatisfy(
                                path -> assertThat(firstNotices(internet, path)).hasSize(1)));
    }

    /** Message-IDs: a mail whose sending was cut off goes out again as the same mail. */
    private static Set<String> firstNotices(SmallInternet internet, String path) {
        return internet.mailsNaming(path).stream()
                .filter(mail -> !mail.contains("\nIn-Reply-To:"))
                .map(MESSAGE_ID::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .collect(toSet());
    }

    /** Or it has ended, as a broker does that cannot write. */
    private static void saysThatItIsUnhealthy(UpProcess up) {
        try {
            await().dontCatchUncaughtExceptions()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () -> assertThat(up.get(NOTICE, "/actuator/health").status())
                                    .isEqualTo(503));
        } catch (ResourceAccessException _) {
            assertThat(up.console()).contains("Vigie ends");
        }
    }

    private void fill() throws IOException {
        var block = new byte[1 << 16];
        try (var out = Files.newOutputStream(filler, StandardOpenOption.CREATE)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException _) {
            // full
        }
    }
}
