package org.vigie.standalone.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.standalone.story.RunningVigie.CHECKER;
import static org.vigie.standalone.story.RunningVigie.NOTICE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.events.Topics;

/**
 * A hold that comes with a report, through all services; each time beside a case without one, to which it all happens.
 */
class HeldStoryTests {

    private static final Duration SOON = Duration.ofMinutes(3);

    /** Fifteen seconds here. */
    private static final Map<String, String> OFTEN = Map.of("VIGIE_NOTICES_REMINDEVERY", "30m");

    @TempDir
    private static Path directory;

    private static SmallInternet internet;
    private static RunningVigie vigie;

    @BeforeAll
    static void start() {
        internet = new SmallInternet();
        vigie = RunningVigie.on(directory.resolve("data"), internet, OFTEN);
        vigie.teachHost("Example Hosting", "CIDR", SmallInternet.TEST_NETWORK);
    }

    @AfterAll
    static void stop() {
        vigie.close();
        internet.close();
    }

    @Test
    void withTheFirstReportItPreventsTheMailTheProbeAndTheQuestionUntilItIsReleased() {
        var url = internet.page("held.test", "/held");
        var held = vigie.report(Reports.held(url));
        var control = internet.page("control.test", "/control");
        vigie.report(Reports.verified(control));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(internet.mailsNaming(control)).hasSize(1));
        assertThat(internet.timesAsked("/control")).isPositive();
        assertThat(internet.timesResolved("control.test")).isPositive();
        var caseId = vigie.caseOfReport(held).path("case_id").asString();
        assertThat(status(held)).isEqualTo("HELD");
        assertThat(internet.mailsNaming(url)).isEmpty();
        assertThat(internet.timesAsked("/held")).isZero();
        assertThat(internet.timesResolved("held.test")).isZero();
        assertThat(chainsOf(caseId)).isZero();

        release(caseId, held);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(internet.mailsNaming(url)).hasSize(1));
        assertThat(internet.timesAsked("/held")).isPositive();
        assertThat(internet.timesResolved("held.test")).isPositive();
        assertThat(chainsOf(caseId)).isPositive();
    }

    @Test
    void withALaterReportItPreventsTheReminderAndFurtherLooksAndQuestions() {
        var url = internet.page("later.test", "/later");
        var reported = vigie.report(Reports.verified(url));
        await().atMost(SOON).untilAsserted(() -> assertThat(status(reported)).isEqualTo("NOTIFIED"));
        vigie.report(Reports.held(url));
        await().atMost(SOON).untilAsserted(() -> assertThat(status(reported)).isEqualTo("HELD"));
        var caseId = vigie.caseOfReport(reported).path("case_id").asString();
        await().atMost(SOON).untilAsserted(() -> assertThat(isWatched(caseId)).isFalse());
        var mails = internet.mailsNaming(url).size();

        var control = internet.page("reminded.test", "/reminded");
        vigie.report(Reports.verified(control));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(internet.mailsNaming(control)).hasSize(1));
        var looks = internet.timesAsked("/later");
        var questions = internet.timesResolved("later.test");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(internet.mailsNaming(control)).hasSizeGreaterThan(1));

        assertThat(internet.mailsNaming(url)).hasSize(mails);
        assertThat(internet.timesAsked("/later")).isEqualTo(looks);
        assertThat(internet.timesResolved("later.test")).isEqualTo(questions);

        release(caseId, reported);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(internet.mailsNaming(url)).hasSizeGreaterThan(mails));
    }

    private static String status(String reportId) {
        return vigie.caseOfReport(reportId).path("status").asString();
    }

    private static void release(String caseId, String reportId) {
        var holdId = vigie.caseOfReport(reportId)
                .path("holds")
                .path(0)
                .path("hold_id")
                .asString();
        var released = vigie.post(
                NOTICE,
                "/v1/cases/%s/holds/%s/release".formatted(caseId, holdId),
                "released-" + caseId,
                "{\"reason\": \"done\"}");
        assertThat(released.status()).isEqualTo(204);
    }

    private static boolean isWatched(String caseId) {
        return vigie.post(CHECKER, "/v1/checks", "look", "{\"case_id\": \"%s\"}".formatted(caseId))
                        .status()
                == 200;
    }

    private static long chainsOf(String caseId) {
        return vigie.records(Topics.CHAINS).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(caseId))
                .count();
    }
}
