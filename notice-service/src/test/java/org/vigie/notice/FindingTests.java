package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.TargetingSnapshot;

/** A notice that may have left, of which nobody but a person can find out. */
@ServiceTest
class FindingTests {

    private static final Duration SETTLED = Duration.ofMinutes(16);

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @Test
    void whatWasAcceptedAfterAllCountsFromWhenItLeft() {
        var host = world.provider(Role.HOST, "silent");
        var caseId = uncertain(host);
        var left = world.now();
        assertThat(world.tasks(caseId)).containsExactly("UNCERTAIN_SEND");

        var answer = found(caseId, "{\"accepted\": true, \"reason\": \"asked the relay\"}");
        world.settle();

        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(snapshot(caseId).action()).isEqualTo(Action.NOTIFIED);
        assertThat(targetings(caseId)).singleElement().satisfies(targeting -> {
            assertThat(targeting.noticesSent()).isEqualTo(1);
            assertThat(Instant.ofEpochMilli(targeting.handedOverAt())).isBefore(left);
        });
        assertThat(world.tasks(caseId)).isEmpty();
        assertThat(world.story(caseId).get("timeline").toString())
                .contains("FOUND_ACCEPTED", "asked the relay", "\"one\"", "NOTICE_ACCEPTED");
        assertThat(found(caseId, "{\"accepted\": true, \"reason\": \"again\"}").body())
                .contains("not-uncertain");
    }

    @Test
    void whatWasLostIsWrittenAnew() {
        var host = world.provider(Role.HOST, "silent");
        var caseId = uncertain(host);
        assertThat(mail.to(host.mailbox())).hasSize(2);
        world.looked(caseId, Presence.REACHABLE);

        found(caseId, "{\"accepted\": false, \"reason\": \"asked the relay\"}");
        world.pass(Duration.ofSeconds(3));

        assertThat(mail.to(host.mailbox())).hasSize(3);
        assertThat(mail.to(host.mailbox()).getLast().text())
                .isNotEqualTo(mail.to(host.mailbox()).getFirst().text());
        assertThat(targetings(caseId)).isEmpty();
        assertThat(world.tasks(caseId)).isEmpty();
        assertThat(world.story(caseId).get("timeline").toString()).contains("FOUND_LOST");

        world.pass(SETTLED);
        assertThat(world.tasks(caseId)).as("it is asked for this one, too").containsExactly("UNCERTAIN_SEND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"reason\": \"r\"}", "{\"accepted\": \"http://evil.test/secret\", \"reason\": \"r\"}"})
    void badInputNamesTheField(String body) {
        var caseId = uncertain(world.provider(Role.HOST, "silent"));

        var answer = found(caseId, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("/accepted").doesNotContain("evil");
    }

    private UUID uncertain(TestWorld.Provider host) {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/f", someHash()));
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(SETTLED);
        return caseId;
    }

    private TestWorld.Answer found(UUID caseId, String body) {
        var notices = world.get("/v1/cases/" + caseId + "/notices").json().get("notices");
        var last = notices.get(notices.size() - 1).get("notice_id").asString();
        return world.decide("/v1/notices/" + last + "/finding", "one", null, body);
    }

    private CaseSnapshot snapshot(UUID caseId) {
        return world.last(Topics.CASES, caseId, CaseSnapshot.class);
    }

    private List<TargetingSnapshot> targetings(UUID caseId) {
        return world.every(Topics.TARGETINGS, TargetingSnapshot.class).stream()
                .filter(targeting -> targeting.caseId().equals(caseId))
                .toList();
    }
}
