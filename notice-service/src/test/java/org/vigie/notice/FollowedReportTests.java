package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import tools.jackson.databind.JsonNode;

/** What a partner is told of what it reported, and when. */
@ServiceTest
class FollowedReportTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);
    private static final Duration HOUR = Duration.ofHours(1);

    private final String partner = "hotline-" + UUID.randomUUID();

    @Autowired
    private TestWorld world;

    @Test
    void whatWasReportedIsAskedForAndGoesDown() {
        var id = reported("http://" + someHost() + "/f");
        var caseId = world.get("/v1/reports/" + id).id("case_id");
        assertThat(step(id)).isEqualTo("RECEIVED");

        asked(caseId);
        world.moveOn(HOUR);
        assertThat(step(id)).isEqualTo("ASKED");

        world.looked(caseId, Presence.DOWN);
        var followed = followed(id);
        assertThat(followed.get("step").asString()).isEqualTo("DOWN");
        assertThat(followed.get("down_since").asString()).isEqualTo(world.now().toString());
        assertThat(followed.get("explanation").asString()).contains("no longer be reached");

        world.looked(caseId, Presence.REAPPEARED);
        assertThat(step(id)).isNotEqualTo("DOWN");
    }

    /** For the first hour it is answered as a new one, and never that it went down before it was reported. */
    @Test
    void whatOthersReportedBeforeDoesNotShow() {
        var url = "http://" + someHost() + "/k";
        var caseId = world.reported(verifiedReport(url, someHash()));
        asked(caseId);
        world.moveOn(Duration.ofDays(2));
        var id = reported(url);

        assertThat(step(id)).isEqualTo("RECEIVED");
        world.moveOn(HOUR);
        assertThat(step(id)).isEqualTo("ASKED");
        world.looked(caseId, Presence.DOWN);
        assertThat(step(id)).isEqualTo("DOWN");
    }

    /** That nobody saw it before is no reason to say that it is gone: somebody saw it since. */
    @Test
    void whatWasDownBeforeIsNotSaidToBe() {
        var url = "http://" + someHost() + "/d";
        var caseId = world.reported(verifiedReport(url, someHash()));
        asked(caseId);
        world.looked(caseId, Presence.DOWN);
        world.moveOn(HOUR);

        var id = reported(url);
        world.moveOn(HOUR);

        assertThat(step(id)).isNotEqualTo("DOWN");
    }

    /** A hold is nobody's business but of who asked for it. */
    @Test
    void aHoldDoesNotShow() {
        var url = "http://" + someHost() + "/h";
        var id = reported(url);
        var caseId = world.get("/v1/reports/" + id).id("case_id");
        world.decide("/v1/cases/" + caseId + "/holds", "Anna Example", null, """
                {"owner": "police", "reason": "investigation", "expires_at": "2036-01-01T00:00:00Z"}""");
        world.moveOn(HOUR);

        assertThat(followed(id).toString()).contains("\"step\":\"RECEIVED\"").doesNotContain("HELD", "police");
    }

    @Test
    void whatIsFoundNotToBeIllegalIsNotPursued() {
        var id = reported("http://" + someHost() + "/n");
        var caseId = world.get("/v1/reports/" + id).id("case_id");
        var classified = world.decide("/v1/cases/" + caseId + "/classification", "Anna Example", null, """
                {"verification": "NOT_ILLEGAL", "organisation": "Example"}""");
        assertThat(classified.status()).as(classified.body()).isEqualTo(204);
        world.settle();
        world.moveOn(HOUR);

        assertThat(step(id)).isEqualTo("NOT_PURSUED");
    }

    @Test
    void theCursorOfAListIsForThatListOfThatPartner() {
        List.of("a", "b", "c").forEach(path -> reported("http://" + someHost() + "/" + path));
        var first = world.as(partner, "partner:read").get("/v1/reports?limit=2").json();
        var next = first.get("next").asString();

        assertThat(next).matches("[A-Za-z0-9_-]{1,200}");
        assertThat(world.as(partner, "partner:read")
                        .get("/v1/reports?limit=2&cursor=" + next)
                        .json()
                        .get("reports")
                        .size())
                .isEqualTo(1);
        assertThat(List.of(
                        world.as("another", "partner:read").get("/v1/reports?cursor=" + next),
                        world.as(partner, "partner:read").get("/v1/reports?partner_reference=x&cursor=" + next),
                        world.as(partner, "partner:read").get("/v1/reports?cursor=A" + next),
                        world.as(partner, "partner:read").get("/v1/reports?cursor=" + UUID.randomUUID())))
                .extracting(TestWorld.Answer::status)
                .containsOnly(400);
    }

    private void asked(UUID caseId) {
        world.resolved(caseId, world.provider(Role.HOST, "host"));
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
    }

    private UUID reported(String url) {
        var id = world.as(partner, "partner:submit")
                .post("/v1/reports", verifiedReport(url, someHash()))
                .id("report_id");
        world.settle();
        return id;
    }

    private String step(UUID id) {
        return followed(id).get("step").asString();
    }

    private JsonNode followed(UUID id) {
        return world.as(partner, "partner:read").get("/v1/reports/" + id).json();
    }
}
