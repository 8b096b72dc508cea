package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import tools.jackson.databind.JsonNode;

/**
 * A provider that takes notices by its web form only: a person is given the text and records what the form answered.
 * Days pass here: among the open cases of all other classes they would take minutes, so it has a service of its own.
 */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/form-data",
            "vigie.clock-file=target/${test.fork:fork-1}/form-clock"
        })
@ServiceTest
class FormStoryTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);

    @Autowired
    private TestWorld world;

    @Test
    void aPersonFillsItInAndTheCaseIsNotified() {
        var url = "http://" + someHost() + "/form/1.jpg";
        var host = world.providerWithForm(Role.HOST);
        var caseId = waiting(url, host);
        var noticeId = noticeOf(caseId).get("notice_id").asString();
        assertThat(openTasks(caseId)).isEqualTo(1);
        assertThat(world.story(caseId).get("status").asString()).isEqualTo("ROUTED");

        var form = world.get("/v1/notices/" + noticeId + "/form");
        assertThat(form.json().get("form").asString()).isEqualTo(host.mailbox());
        assertThat(form.json().get("parts").get(1).get("text").asString()).contains(url);

        assertThat(submitted(noticeId, "SUBMITTED")).isEqualTo(204);
        assertThat(noticeOf(caseId).get("state").asString()).isEqualTo("SENT");
        assertThat(world.story(caseId).get("status").asString()).isEqualTo("NOTIFIED");
        assertThat(openTasks(caseId)).isZero();
        assertThat(submitted(noticeId, "SUBMITTED")).isEqualTo(409);
        assertThat(world.get("/v1/notices/" + noticeId + "/form").status()).isEqualTo(404);
    }

    @Test
    void aFormThatRefusesIsARefusal() {
        var caseId = waiting("http://" + someHost() + "/form/2.jpg", world.providerWithForm(Role.HOST));

        submitted(noticeOf(caseId).get("notice_id").asString(), "REFUSED");

        assertThat(noticeOf(caseId).get("state").asString()).isEqualTo("FAILED");
    }

    @Test
    void aFormThatCannotBeFilledInTodayIsAskedForAgain() {
        var caseId = waiting("http://" + someHost() + "/form/3.jpg", world.providerWithForm(Role.HOST));

        submitted(noticeOf(caseId).get("notice_id").asString(), "NOT_NOW");
        assertThat(openTasks(caseId)).isZero();
        world.pass(Duration.ofMinutes(2));

        assertThat(noticeOf(caseId).get("state").asString()).isEqualTo("PENDING");
        assertThat(openTasks(caseId)).isEqualTo(1);

        world.looked(caseId, Presence.DOWN);
        world.pass(Duration.ofDays(2));
        assertThat(noticeOf(caseId).get("state").asString()).isEqualTo("WITHDRAWN");
    }

    @Test
    void nothingIsRecordedOfANoticeThatAHoldWithdrew() {
        var caseId = waiting("http://" + someHost() + "/form/4.jpg", world.providerWithForm(Role.HOST));
        var noticeId = noticeOf(caseId).get("notice_id").asString();

        var held = world.decide("/v1/cases/" + caseId + "/holds", "an.operator", "*", """
                {"owner": "Police", "reason": "investigation", "expires_at": "2027-01-01T00:00:00Z"}""");

        assertThat(held.json().get("notices").get(0).get("answer").asString())
                .as("a person may have the form sent by now")
                .isEqualTo("UNCERTAIN");
        assertThat(world.get("/v1/notices/" + noticeId + "/form").status()).isEqualTo(404);
        assertThat(submitted(noticeId, "SUBMITTED")).isEqualTo(409);
        assertThat(noticeOf(caseId).get("state").asString()).isEqualTo("WITHDRAWN");
    }

    @Test
    void nobodyFillsInTheFormOfAProviderThatIsStopped() {
        var host = world.providerWithForm(Role.HOST);
        var caseId = waiting("http://" + someHost() + "/form/5.jpg", host);
        var noticeId = noticeOf(caseId).get("notice_id").asString();
        var path = "/v1/notices/" + noticeId + "/form";
        assertThat(world.get(path).status()).isEqualTo(200);

        world.put("/v1/stop", "one", "*", """
                {"providers": ["%s"], "reason": "dispute"}""".formatted(host.id()));
        assertThat(world.get(path).status()).isEqualTo(404);

        world.put("/v1/stop", "one", "*", "{\"providers\": [], \"reason\": \"settled\"}");
        assertThat(world.get(path).status()).isEqualTo(200);
        assertThat(submitted(noticeId, "SUBMITTED")).isEqualTo(204);
    }

    @Test
    void theTaskEndsWithItsNoticeAndNobodyClosesItBefore() {
        var caseId = waiting("http://" + someHost() + "/form/6.jpg", world.providerWithForm(Role.HOST));
        var noticeId = noticeOf(caseId).get("notice_id").asString();
        var task = formTask(caseId);
        assertThat(task.get("notice_id").asString()).isEqualTo(noticeId);
        var path = "/v1/tasks/" + task.get("task_id").asString() + "/done";

        var refused = world.decide(path, "an.operator", null, "{\"reason\": \"sent it\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("type").asString()).endsWith("task-ends-otherwise");
        assertThat(refused.json().get("detail").asString()).contains("/v1/notices/" + noticeId + "/submission");
        assertThat(openTasks(caseId)).isEqualTo(1);
        submitted(noticeId, "SUBMITTED");
        assertThat(openTasks(caseId)).isZero();
        assertThat(world.story(caseId).get("timeline").toString())
                .contains("FORM_SUBMITTED", "an.operator", "ticket 4711");
    }

    @Test
    void aWeekOfRemindersByFormIsOneTask() {
        var caseId = waiting("http://" + someHost() + "/form/7.jpg", world.providerWithForm(Role.HOST));
        submitted(noticeOf(caseId).get("notice_id").asString(), "SUBMITTED");

        for (int day = 0; day < 7; day++) {
            for (int look = 0; look < 3; look++) {
                world.pass(Duration.ofHours(8));
                world.looked(caseId, Presence.REACHABLE);
            }
            assertThat(openTasks(caseId)).as("day " + day).isLessThanOrEqualTo(1);
        }
        assertThat(openTasks(caseId)).isEqualTo(1);
        var current = formTask(caseId).get("notice_id").asString();
        assertThat(world.get("/v1/notices/" + current + "/form").status()).isEqualTo(200);
        assertThat(submitted(current, "SUBMITTED")).isEqualTo(204);
        assertThat(openTasks(caseId)).isZero();
    }

    @Test
    void aHoldOrARetractionClosesTheTask() {
        var held = waiting("http://" + someHost() + "/form/8.jpg", world.providerWithForm(Role.HOST));
        world.decide("/v1/cases/" + held + "/holds", "an.operator", "*", """
                {"owner": "Police", "reason": "investigation", "expires_at": "2027-01-01T00:00:00Z"}""");
        world.settle();
        assertThat(openTasks(held)).isZero();

        var retracted = waiting("http://" + someHost() + "/form/9.jpg", world.providerWithForm(Role.HOST));
        var path = "/v1/cases/" + retracted + "/retraction";
        world.decide(path, "an.operator", null, "{\"reason\": \"wrong URL\"}");
        world.decide(path + "/approval", "another", null, "{\"reason\": \"wrong URL\"}");
        world.settle();
        assertThat(openTasks(retracted)).isZero();
    }

    @Test
    void theTaskGoesOnWithTheCasesThatAreLeftOfItsNotice() {
        var host = world.providerWithForm(Role.HOST);
        var site = someHost();
        var first = waiting("http://" + site + "/form/10.jpg", host);
        var second = world.reported(verifiedReport("http://" + site + "/form/11.jpg", someHash()));
        world.resolved(second, host);
        world.looked(second, Presence.REACHABLE);
        world.pass(GATHERED);
        assertThat(openTasks(first) + openTasks(second))
                .as("one for each case and form")
                .isEqualTo(2);

        world.decide("/v1/cases/" + first + "/holds", "an.operator", "*", """
                {"owner": "Police", "reason": "investigation", "expires_at": "2027-01-01T00:00:00Z"}""");
        world.settle();

        assertThat(openTasks(first)).isZero();
        assertThat(openTasks(second)).isEqualTo(1);
    }

    private JsonNode formTask(UUID caseId) {
        return world.get("/v1/tasks?kind=WEB_FORM&case_id=" + caseId)
                .json()
                .get("tasks")
                .get(0);
    }

    private UUID waiting(String url, TestWorld.Provider host) {
        var caseId = world.reported(verifiedReport(url, someHash()));
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        return caseId;
    }

    private int submitted(String noticeId, String outcome) {
        var status = world.decide(
                        "/v1/notices/" + noticeId + "/submission", "an.operator", null, """
                {"outcome": "%s", "proof": "ticket 4711"}""".formatted(outcome))
                .status();
        world.settle();
        return status;
    }

    private JsonNode noticeOf(UUID caseId) {
        return world.get("/v1/cases/" + caseId + "/notices")
                .json()
                .get("notices")
                .get(0);
    }

    private int openTasks(UUID caseId) {
        var count = 0;
        for (var task :
                world.get("/v1/tasks?limit=500&case_id=" + caseId).json().get("tasks")) {
            var isOurs = task.get("case_id").asString().equals(caseId.toString());
            count += isOurs && task.get("kind").asString().equals("WEB_FORM") ? 1 : 0;
        }
        return count;
    }
}
