package org.vigie.standalone.story;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.standalone.story.RunningVigie.METRICS;
import static org.vigie.standalone.story.RunningVigie.NOTICE;
import static org.vigie.standalone.story.RunningVigie.REGISTRY;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.client.ResourceAccessException;
import org.vigie.events.Topics;
import org.vigie.testing.TopicRecords;
import tools.jackson.databind.json.JsonMapper;

/**
 * A process that is killed again and again while reports come in, notices go out and pages go away.
 * {@code -Dvigie.kills=20} runs it; {@link KilledStoryTests} is the short story of it.
 */
@EnabledIfSystemProperty(named = "vigie.kills", matches = "\\d+")
class KillsUnderLoadTests {

    private static final int KILLS = Integer.getInteger("vigie.kills", 1);
    private static final int REPORTS_A_LIFE = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Pattern MESSAGE_ID = Pattern.compile("(?mi)^Message-ID:\\s*(\\S+)");

    private final SplittableRandom random = new SplittableRandom(17);
    /** By URL, the id of its report, absent until it was answered. */
    private final Map<String, String> reports = new LinkedHashMap<>();

    @TempDir
    private Path directory;

    @Test
    @Timeout(value = 180, unit = TimeUnit.MINUTES)
    void nothingIsLostAndNothingRepeated() throws IOException, InterruptedException {
        var data = directory.resolve("data");
        try (var internet = new SmallInternet()) {
            for (int life = 0; life < KILLS; life++) {
                var begun = System.nanoTime();
                try (var up = UpProcess.on(data, internet)) {
                    System.out.printf("life %d ready after %d s%n", life, (System.nanoTime() - begun) / 1_000_000_000);
                    up.post(REGISTRY, "/v1/providers", "teach", Reports.host(SmallInternet.TEST_NETWORK));
                    killedUnderLoad(up, internet, life);
                }
            }
            String figures;
            try (var up = UpProcess.on(data, internet)) {
                reports.replaceAll((url, known) -> known.isEmpty() ? handIn(up, url) : known);
                await().atMost(PATIENCE).untilAsserted(() -> {
                    takeDown(internet);
                    assertThat(states(up)).isSubsetOf("DOWN", "REMOVED");
                });
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(figures(up))
                                .contains("\"images_targeted\":" + reports.size(), "\"n_removed\":" + reports.size()));
                figures = figures(up);
                assertEveryReportHasACaseOfItsOwn(up);
                assertEveryRemovalWasConfirmedOnce(up);
                assertThat(up.stop()).isLessThan(Duration.ofSeconds(20));
            }
            try (var up = UpProcess.on(data, internet)) {
                assertThat(withoutTime(figures(up))).isEqualTo(withoutTime(figures));
            }
            assertEveryUrlHasOneFirstNotice(internet);
        }
    }

    /** Hands in reports until the process is gone, at an instant that nobody chose. */
    private void killedUnderLoad(UpProcess up, SmallInternet internet, int life) throws InterruptedException {
        try (var executioner = Executors.newSingleThreadScheduledExecutor()) {
            var killed = executioner.schedule(
                    () -> {
                        up.kill();
                        return true;
                    },
                    300 + random.nextLong(6_000),
                    TimeUnit.MILLISECONDS);
            for (int i = 0; !killed.isDone(); i++) {
                if (i < REPORTS_A_LIFE) {
                    reports.put(internet.page("/kill/%d-%d/".formatted(life, i)), "");
                }
                try {
                    reports.replaceAll((url, known) -> known.isEmpty() ? handIn(up, url) : known);
                    up.get(NOTICE, "/v1/cases?limit=1");
                } catch (ResourceAccessException _) {
                    // killed meanwhile: handed in again in the next life
                }
                takeDown(internet);
            }
        }
    }

    private String handIn(UpProcess up, String url) {
        var answer = up.post(NOTICE, "/v1/reports", "key-" + url.hashCode(), Reports.verified(url));
        assertThat(answer.status()).isIn(202, 200);
        return answer.json().path("report_id").asString();
    }

    /** Whoever was written to takes it down. */
    private void takeDown(SmallInternet internet) {
        for (var url : reports.keySet()) {
            if (!internet.mailsNaming(url).isEmpty()) {
                internet.answer(url.substring(url.indexOf("/kill")), 410);
            }
        }
    }

    private List<String> states(UpProcess up) {
        return cases(up).stream()
                .map(id ->
                        up.get(NOTICE, "/v1/cases/" + id).json().path("status").asString())
                .toList();
    }

    private Set<String> cases(UpProcess up) {
        return reports.values().stream()
                .map(id -> up.get(NOTICE, "/v1/reports/" + id)
                        .json()
                        .path("case_id")
                        .asString())
                .collect(toSet());
    }

    private void assertEveryReportHasACaseOfItsOwn(UpProcess up) {
        assertThat(cases(up)).doesNotContain("").hasSize(reports.size());
        assertThat(up.get(NOTICE, "/actuator/prometheus")
                        .text()
                        .lines()
                        .filter(line -> line.startsWith("vigie_cases{"))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum())
                .isEqualTo(reports.size());
    }

    private static void assertEveryRemovalWasConfirmedOnce(UpProcess up) {
        var first = TopicRecords.of(up.kafka(), Topics.TARGETINGS).stream()
                .map(record -> JsonMapper.shared().readTree(record.value()))
                .filter(targeting -> targeting.hasNonNull("removed_at"))
                .collect(groupingBy(
                        targeting -> targeting.path("targeting_id").asString(),
                        mapping(targeting -> targeting.path("removed_at").asLong(), toSet())));
        assertThat(first.values())
                .isNotEmpty()
                .allSatisfy(instants -> assertThat(instants).hasSize(1));
    }

    private void assertEveryUrlHasOneFirstNotice(SmallInternet internet) {
        var repeats = 0;
        for (var url : reports.keySet()) {
            var first = internet.mailsNaming(url).stream()
                    .filter(mail -> !mail.contains("\nIn-Reply-To:"))
                    .toList();
            var ids = new HashSet<String>();
            first.forEach(mail -> MESSAGE_ID.matcher(mail).results().forEach(found -> ids.add(found.group(1))));
            assertThat(ids).as(url).hasSize(1);
            repeats += first.size() - 1;
        }
        System.out.printf(
                "kills=%d reports=%d mails=%d repeated_under_their_message_id=%d%n",
                KILLS, reports.size(), internet.mails(), repeats);
    }

    private static String figures(UpProcess up) {
        return up.get(METRICS, "/v1/indicators/providers").text();
    }

    private static String withoutTime(String figures) {
        return figures.replaceAll("\"as_of\":\"[^\"]*\"", "");
    }
}
