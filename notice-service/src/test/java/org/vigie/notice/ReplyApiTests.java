package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.removal.ReplyOutcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reply page for programs. */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/reply-page-data",
            "vigie.clock-file=target/${test.fork:fork-1}/reply-page-clock",
            "vigie.reply-url=http://127.0.0.1:8081",
            "vigie.reply-requests-per-minute=100000"
        })
@ServiceTest
class ReplyApiTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CODE = Pattern.compile("(?m)^([0-9]{4} [0-9]{4})\r?$");

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @LocalServerPort
    private int port;

    @Test
    void aLinkAloneLeadsToAPersonAtMost() {
        var first = world.provider(Role.CONTENT_ADMIN, "desk");
        var next = world.provider(Role.HOST, "next");
        var name = someHost();
        var caseId = notified(name, first, next);
        var visitor = new ReplyVisitor(port);
        var path = path(first);

        var shown = visitor.plain(path);
        var answered = visitor.json(path, body(ReplyOutcome.NOT_OURS, "ticket-1"));
        world.settle();
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofSeconds(3));

        assertThat(shown.body()).contains("\"proven\":false", "CONTENT_ADMIN").doesNotContain(name);
        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        assertThat(json(answered).get("unproven").asBoolean()).isTrue();
        assertThat(json(answered).get("effect").asString()).isEqualTo("TASK");
        assertThat(world.tasks(caseId)).containsExactly("REPLY");
        assertThat(mail.to(next.mailbox())).isEmpty();
    }

    @Test
    void aCodeMakesItTheAddressees() {
        var first = world.provider(Role.CONTENT_ADMIN, "desk");
        var next = world.provider(Role.HOST, "next");
        var name = someHost();
        var caseId = notified(name, first, next);
        var visitor = new ReplyVisitor(port);
        var path = path(first);

        assertThat(visitor.json(path + "/proof", "{\"code\": \"00000000\"}").status())
                .isEqualTo(403);
        assertThat(visitor.json(path + "/code", "").status()).isEqualTo(204);
        assertThat(visitor.json(path + "/code", "").body()).contains("code-too-often");
        var proof = json(visitor.json(path + "/proof", "{\"code\": \"%s\"}".formatted(code(first))));
        var proven = "/v1/replies/" + proof.get("reply_token").asString();
        assertThat(visitor.plain(proven).body()).contains("http://" + name + "/r");
        var once = visitor.json(proven, body(ReplyOutcome.NOT_OURS, "ticket-1"));
        world.moveOn(Duration.ofSeconds(9));
        var twice = visitor.json(proven, body(ReplyOutcome.NOT_OURS, "ticket-1"));
        var other = visitor.json(proven, body(ReplyOutcome.ACTIONED, "ticket-1"));
        world.settle();
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofSeconds(3));

        assertThat(json(once).get("effect").asString()).isEqualTo("NEXT_ADDRESSEE");
        assertThat(twice.body()).isEqualTo(once.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(mail.to(next.mailbox())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"true, DISPUTES_AGE, true", "true, DISPUTES_LEGALITY, false", "false, DISPUTES_AGE, false"})
    void whoDisputesAnAgeIsToldThatThePersonIsKnownWhereThatIsSo(boolean known, ReplyOutcome outcome, boolean told) {
        var host = world.provider(Role.HOST, "desk");
        var caseId = notified(someHost(), host);
        var classified =
                world.decide("/v1/cases/" + caseId + "/classification", "The first", null, """
                {"verification": "VERIFIED", "organisation": "Example", "victim_identified": %s}""".formatted(known));
        assertThat(classified.status()).as(classified.body()).isEqualTo(204);
        world.settle();
        var visitor = new ReplyVisitor(port);
        var path = path(host);
        visitor.json(path + "/code", "");
        var proof = json(visitor.json(path + "/proof", "{\"code\": \"%s\"}".formatted(code(host))));

        var unproven = visitor.json(path, body(outcome, "ticket-1"));
        var proven = visitor.json("/v1/replies/" + proof.get("reply_token").asString(), body(outcome, "ticket-1"));

        assertThat(json(unproven).get("person_known").asBoolean()).isFalse();
        assertThat(json(proven).get("person_known").asBoolean()).isEqualTo(told);
        assertThat(world.story(caseId)
                        .get("contents")
                        .get(0)
                        .get("victim_identified")
                        .asBoolean())
                .isEqualTo(known);
    }

    @Test
    void aTokenThatNobodyMadeIsRefusedWithoutAWord() {
        var visitor = new ReplyVisitor(port);

        assertThat(visitor.plain("/v1/replies/" + "A".repeat(55)).status()).isEqualTo(404);
        assertThat(visitor.json("/v1/replies/" + "A".repeat(55), body(ReplyOutcome.ACTIONED, "t"))
                        .status())
                .isEqualTo(404);
        assertThat(visitor.plain("/v1/cases").status()).isEqualTo(401);
        assertThat(visitor.plain("/v1/replies").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource
    void itsSchemaIsServedAndAcceptsEveryAnswer(ReplyOutcome outcome) throws IOException {
        var served = new ReplyVisitor(port).plain("/provider-reply-v1.schema.json");

        assertThat(served.body()).isEqualTo(Files.readString(Path.of("../docs/provider-reply-v1.schema.json")));
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(served.body());
        assertThat(schema.validate(body(outcome, "ticket-1"), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate("{\"outcome\": \"REMOVED\", \"answer_id\": \"1\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    private String path(TestWorld.Provider provider) {
        return "/v1" + ReplyVisitor.link(mail.to(provider.mailbox()).getFirst().text());
    }

    private String code(TestWorld.Provider provider) {
        var matcher = CODE.matcher(mail.to(provider.mailbox()).getLast().text());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String body(ReplyOutcome outcome, String id) {
        return "{\"outcome\": \"%s\", \"answer_id\": \"%s\", \"text\": \"more\"}".formatted(outcome, id);
    }

    private static JsonNode json(ReplyVisitor.Page page) {
        return JSON.readTree(page.body());
    }

    private UUID notified(String name, TestWorld.Provider... providers) {
        var caseId = world.reported(verifiedReport("http://" + name + "/r", someHash()));
        world.resolved(caseId, providers);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofSeconds(3));
        return caseId;
    }
}
