package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.notice.removal.ByErasure;
import org.vigie.notice.removal.ChangeCase;
import org.vigie.notice.retention.EraseCase;
import org.vigie.notice.retention.Erasures;
import org.vigie.support.access.CallerRole;

/** What becomes of a case whose time is over, of what was said about it, and of what is counted. */
@ServiceTest
@Import(ErasedCases.class)
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/erasure-data",
            "vigie.clock-file=target/${test.fork:fork-1}/erasure-clock"
        })
class ErasureTests {

    private static final Duration TWO_YEARS_AND_A_MONTH = Duration.ofDays(761);
    private static final int MANY = 1_000;

    @Autowired
    private TestWorld world;

    @Autowired
    private ErasedCases inside;

    @Autowired
    private EraseCase eraseCase;

    @Autowired
    private Erasures erasures;

    @Autowired
    private ChangeCase changeCase;

    @LocalServerPort
    private int port;

    private final String host = someHost();
    private final String hash = someHash();
    private final String partnerReference = "ours-" + UUID.randomUUID();
    private final String reason = "reason-" + UUID.randomUUID();
    private String reportId = "";

    @BeforeEach
    void nothingIsOver() {
        erase();
    }

    @Test
    void nothingOfItCanBeReadWithTheKeysAndWhatIsCountedStays() {
        var caseId = removed();
        var before = counted(caseId);
        assertThat(inside.stored()).contains(host, hash, partnerReference, reason);
        assertThat(inside.lastLocation(caseId)).contains(host);

        world.moveOn(TWO_YEARS_AND_A_MONTH);
        erase();

        assertThat(inside.stored()).doesNotContain(host, hash, partnerReference, reason);
        assertThat(inside.lastLocation(caseId)).doesNotContain(host);
        assertThat(counted(caseId)).isEqualTo(before);
        assertThat(world.story(caseId).toString())
                .contains("erased[.]invalid", "\"what\":\"ERASED\"")
                .doesNotContain(host, reason);
        assertThat(world.get("/v1/reports/" + reportId).json().path("report_id").asString())
                .isEqualTo(reportId);
        assertThat(world.get("/v1/cases/" + caseId + "/notices").json().path("notices"))
                .isEmpty();
    }

    @Test
    void whatIsToBePreservedIsKeptUntilItIsReleased() {
        var caseId = removed();
        var holdId = world.decide(
                        "/v1/cases/" + caseId + "/holds", "Anna", world.tag("/v1/cases/" + caseId), """
                        {"kind": "PRESERVE", "owner": "court", "reason": "order to preserve", "expires_at": "%s", "probing_allowed": true}
                        """.formatted(
                                        world.now().plus(Duration.ofDays(30))))
                .id("hold_id");
        world.moveOn(TWO_YEARS_AND_A_MONTH);
        erase();
        assertThat(inside.stored()).contains(host);

        world.decide(
                "/v1/cases/" + caseId + "/holds/" + holdId + "/release",
                "Anna",
                world.tag("/v1/cases/" + caseId),
                "{\"reason\": \"the court is done\"}");
        world.settle();
        erase();

        assertThat(inside.stored()).doesNotContain(host);
    }

    @Test
    void beforeItsTimeNothingIsErased() {
        var caseId = removed();

        world.moveOn(Duration.ofDays(750));
        erase();

        assertThat(inside.stored()).contains(host, hash);
        assertThat(world.story(caseId).toString()).doesNotContain("ERASED");
    }

    @Test
    void whatAKillLeftIsErasedByWhoeverGoesOn() {
        var caseId = removed();
        world.moveOn(TWO_YEARS_AND_A_MONTH);
        var before = erasures.all().getOrDefault("reports", 0L);
        changeCase.change(caseId, known -> new ByErasure(known).erased(world.now()));
        assertThat(inside.stored()).contains(partnerReference);

        erase();

        assertThat(inside.stored()).doesNotContain(partnerReference);
        assertThat(erasures.all().get("reports")).isEqualTo(before + 1);
        assertThat(eraseCase.due(MANY)).isEmpty();
    }

    @Test
    void nobodyIsWrittenToAboutAnErasedCase() {
        var caseId = removed();
        world.moveOn(TWO_YEARS_AND_A_MONTH);
        erase();
        var before = counted(caseId);

        world.resolved(caseId, world.provider(Role.HOST, "other"));
        var withdrawn =
                world.post("/v1/reports/" + reportId + "/withdrawal", "{\"reason\": \"%s\"}".formatted("OTHER"));
        world.pass(Duration.ofDays(1));

        assertThat(withdrawn.status()).isLessThan(300);
        assertThat(counted(caseId)).isEqualTo(before);
        assertThat(world.get("/v1/cases/" + caseId + "/notices").json().path("notices"))
                .isEmpty();
    }

    @Test
    void nothingIsToBeDecidedAtTheDeskAboutAnErasedCase() {
        var caseId = removed();
        world.moveOn(TWO_YEARS_AND_A_MONTH);
        erase();

        var anna = DeskVisitor.signedIn(port, "anna", CallerRole.ANALYST, CallerRole.APPROVER, CallerRole.OPERATOR);
        assertThat(anna.get("/desk/cases/" + caseId).body())
                .contains("Erased on")
                .doesNotContain("class=\"decision\"");
    }

    @Test
    void reportedAgainItIsTheSameCase() {
        var caseId = removed();
        world.moveOn(TWO_YEARS_AND_A_MONTH);
        erase();

        var again = world.reported(verifiedReport("http://" + host + "/erased", hash));

        assertThat(again).isEqualTo(caseId);
        assertThat(inside.lastLocation(caseId)).contains(host);
        assertThat(world.story(caseId).toString()).contains(host.replace(".", "[.]"));
    }

    /** The record that providers are counted by, without its version. */
    private String counted(UUID caseId) {
        var known = world.last(Topics.CASES, caseId, CaseSnapshot.class);
        var targetings = world.every(Topics.TARGETINGS, TargetingSnapshot.class).stream()
                .filter(one -> one.caseId().equals(caseId))
                .toList();
        return targetings.getLast() + " " + known.toString().replaceAll("version=\\d+", "");
    }

    private void erase() {
        eraseCase.due(MANY).keySet().forEach(eraseCase::erase);
        world.settle();
    }

    /** A case of which a provider was told, and which is gone. */
    private UUID removed() {
        var provider = world.provider(Role.HOST, "desk");
        var report = verifiedReport("http://" + host + "/erased", hash)
                .replace("{\"url\"", "{\"partner_reference\": \"" + partnerReference + "\", \"url\"");
        reportId = world.post("/v1/reports", report).id("report_id").toString();
        world.settle();
        var caseId = world.get("/v1/reports/" + reportId).id("case_id");
        world.resolved(caseId, provider);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofSeconds(3));
        world.decide("/v1/cases/" + caseId + "/reveal", "Anna", null, "{\"reason\": \"" + reason + "\"}");
        world.looked(caseId, Presence.DOWN);
        world.pass(Duration.ofSeconds(3));
        return caseId;
    }
}
