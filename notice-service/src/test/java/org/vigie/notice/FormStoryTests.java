package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import tools.jackson.databind.JsonNode;

/**
 * A provider that takes notices by its web form only: a person is given the text and records what the form answered.
 */
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

        world.put("/v1/stop", "one", """
                {"everything": false, "providers": ["%s"], "reason": "dispute"}""".formatted(host.id()));
        assertThat(world.get(path).status()).isEqualTo(404);

        world.put("/v1/stop", "one", "{\"everything\": false, \"reason\": \"settled\"}");
        assertThat(world.get(path).status()).isEqualTo(200);
        assertThat(submitted(noticeId, "SUBMITTED")).isEqualTo(204);
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
