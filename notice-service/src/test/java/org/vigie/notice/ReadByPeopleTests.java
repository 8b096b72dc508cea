package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.TestWorld.Answer;
import org.vigie.notice.inbound.TakeIn;
import tools.jackson.databind.JsonNode;

/** What people say that a mail is. */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/inbound-data",
            "vigie.clock-file=target/${test.fork:fork-1}/inbound-clock"
        })
@ServiceTest
class ReadByPeopleTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @Autowired
    private TakeIn takeIn;

    @BeforeEach
    void nothingWaits() {
        for (var message : waiting()) {
            read(id(message), "{\"message_kind\": \"UNPARSED\", \"reason\": \"of another test\"}");
        }
    }

    @Test
    void mailThatAnswersNothingIsATaskUntilAPersonReadsIt() {
        var unknown = take("Subject: your letter\n\nWe removed it. " + UUID.randomUUID() + "\n");
        take("Subject: away\nAuto-Submitted: auto-replied\n\nUntil Monday " + UUID.randomUUID() + "\n");

        assertThat(waiting())
                .singleElement()
                .satisfies(one -> assertThat(id(one)).isEqualTo(unknown));
        var task = task();
        assertThat(task.path("ends_by").asString()).contains("/v1/messages/{message_id}/reading");
        assertThat(task.path("case_id").isString()).isFalse();
        var claimed = world.decide("/v1/tasks/" + task.path("task_id").asString() + "/claim", "A person", null, "{}");
        assertThat(claimed.status()).as(claimed.body()).isEqualTo(200);

        var spam = read(unknown, "{\"message_kind\": \"UNPARSED\", \"reason\": \"spam\"}");

        assertThat(spam.status()).as(spam.body()).isEqualTo(200);
        assertThat(spam.json().path("corrected").path("recorded_by").asString()).isEqualTo("A person");
        assertThat(spam.json().path("corrected").path("instead_of").asString()).isEqualTo("ANSWER");
        assertThat(waiting()).isEmpty();
        assertThat(world.get("/v1/tasks?kind=MAIL").json().get("tasks")).isEmpty();
    }

    @Test
    void whatAPersonReadsIsFollowedOnce() {
        var next = world.provider(Role.HOST, "next");
        var caseId = notified(world.provider(Role.CONTENT_ADMIN, "abuse"), next);
        var message = take("Subject: Re: abuse\n\nWe do not know this site. " + UUID.randomUUID() + "\n");
        var body = """
                {"notice_id": "%s", "message_kind": "ANSWER", "outcome": "NOT_OURS", "reason": "names the host"}""".formatted(noticeOf(caseId));

        var once = read(message, body);
        world.settle();
        var version = world.tag("/v1/cases/" + caseId);
        var twice = read(message, body);
        var other = read(message, body.replace("NOT_OURS", "ACTIONED"));
        world.settle();

        assertThat(once.status()).as(once.body()).isEqualTo(200);
        assertThat(twice).isEqualTo(once);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("read-otherwise");
        assertThat(world.tag("/v1/cases/" + caseId)).isEqualTo(version);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        assertThat(mail.to(next.mailbox())).hasSize(1);
        assertThat(world.get("/v1/notices/" + noticeOf(caseId) + "/messages").body())
                .contains(message.toString());
    }

    @Test
    void aTaskForWhatWasReadFirstEndsWithTheReading() {
        var caseId = notified(world.provider(Role.HOST, "abuse"));
        var message = take("Subject: Re: [%s]\n\nQuid? %s\n".formatted(reference(caseId), UUID.randomUUID()));
        assertThat(world.tasks(caseId)).containsExactly("REPLY");

        read(message, """
                {"notice_id": "%s", "message_kind": "ANSWER", "outcome": "ACTIONED", "reason": "Latin"}""".formatted(noticeOf(caseId)));
        world.settle();

        assertThat(world.tasks(caseId)).isEmpty();
        assertThat(world.story(caseId).get("targetings").get(0).get("end").asString())
                .isEqualTo("OPEN");
        assertThat(world.story(caseId).get("timeline").toString())
                .contains("\"what\":\"REPLIED_ACTIONED\",\"who\":\"A person\"");
    }

    @Test
    void aBounceThatAPersonReadsIsOne() {
        var next = world.provider(Role.HOST, "next");
        var caseId = notified(world.provider(Role.CONTENT_ADMIN, "abuse"), next);
        var message = take("Subject: hm\n\nNobody of that name lives here. " + UUID.randomUUID() + "\n");

        read(message, """
                {"notice_id": "%s", "message_kind": "DELIVERY_REPORT", "fate": "HARD_BOUNCE", "reason": "a bounce"}""".formatted(noticeOf(caseId)));
        world.settle();
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);

        assertThat(world.story(caseId).get("timeline").toString()).contains("\"what\":\"NOTICE_BOUNCED\"");
        assertThat(mail.to(next.mailbox())).hasSize(1);
    }

    @Test
    void aReadingThatCannotBeIsRefused() {
        var message = take("Subject: hm\n\nHm. " + UUID.randomUUID() + "\n");

        assertThat(read(message, "{\"message_kind\": \"ANSWER\", \"reason\": \"r\"}")
                        .body())
                .contains("/outcome");
        assertThat(read(message, """
                        {"notice_id": "%s", "message_kind": "UNPARSED", "reason": "r"}""".formatted(UUID.randomUUID())).body()).contains("/notice_id");
        assertThat(read(UUID.randomUUID(), "{\"message_kind\": \"UNPARSED\", \"reason\": \"r\"}")
                        .status())
                .isEqualTo(404);
        assertThat(waiting()).hasSize(1);
    }

    private UUID notified(TestWorld.Provider... providers) {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/i", someHash()));
        world.resolved(caseId, providers);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        return caseId;
    }

    private UUID take(String message) {
        return takeIn.take(message.replace("\n", "\r\n").getBytes(UTF_8), world.now())
                .messageId();
    }

    private Answer read(UUID messageId, String body) {
        return world.decide("/v1/messages/" + messageId + "/reading", "A person", null, body);
    }

    private Iterable<JsonNode> waiting() {
        return StreamSupport.stream(
                        world.get("/v1/messages?waiting=true")
                                .json()
                                .get("items")
                                .spliterator(),
                        false)
                .toList();
    }

    private JsonNode task() {
        return world.get("/v1/tasks?kind=MAIL").json().get("tasks").get(0);
    }

    private static UUID id(JsonNode message) {
        return UUID.fromString(message.get("message_id").asString());
    }

    private String noticeOf(UUID caseId) {
        return notice(caseId).get("notice_id").asString();
    }

    private String reference(UUID caseId) {
        return notice(caseId).get("reference").asString();
    }

    private JsonNode notice(UUID caseId) {
        return world.get("/v1/cases/" + caseId + "/notices")
                .json()
                .get("notices")
                .get(0);
    }
}
