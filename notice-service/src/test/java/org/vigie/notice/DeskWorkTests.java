package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.vigie.support.access.CallerRole;

/** How people find work and cases at the desk. */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/desk-work-data",
            "vigie.clock-file=target/${test.fork:fork-1}/desk-work-clock"
        })
@ServiceTest
class DeskWorkTests {

    @Autowired
    private TestWorld world;

    @LocalServerPort
    private int port;

    private WaitingCases waiting;
    private DeskVisitor anna;
    private DeskVisitor bea;

    @BeforeEach
    void twoPeopleComeIn() {
        waiting = new WaitingCases(world);
        anna = DeskVisitor.signedIn(port, "anna", CallerRole.ANALYST);
        bea = DeskVisitor.signedIn(port, "bea", CallerRole.ANALYST, CallerRole.APPROVER, CallerRole.OPERATOR);
    }

    @Test
    void whatIsFreeOrMineIsListedApart() {
        var caseId = waiting.unseen();
        anna.post("/desk/tasks/%s/claim".formatted(task(caseId)), "");

        assertThat(anna.get("/desk?whose=mine").body()).contains(caseId.toString());
        assertThat(bea.get("/desk?whose=mine").body()).doesNotContain(caseId.toString());
        assertThat(bea.get("/desk?whose=free&kind=LOOK_BLOCKED").body()).doesNotContain(caseId.toString());
        assertThat(bea.post("/desk/tasks/%s/claim".formatted(task(caseId)), "").body())
                .contains("Somebody else has this task");
        world.moveOn(Duration.ofHours(8));
        assertThat(anna.get("/desk?whose=mine").body()).doesNotContain(caseId.toString());
    }

    @Test
    void aTaskIsClosedWithAReasonAndADisputeIsNot() {
        var reply = waiting.answered("NEED_MORE_INFO");
        var dispute = waiting.answered("DISPUTES_AGE");

        assertThat(anna.post("/desk/tasks/%s/done".formatted(task(reply)), "reason=written+to")
                        .body())
                .contains("The task is done.");
        assertThat(anna.post("/desk/tasks/%s/done".formatted(task(dispute)), "reason=no")
                        .body())
                .contains("This task ends with a decision", "You had typed: no", "/desk/cases/" + dispute);
        assertThat(world.story(reply).get("timeline").toString()).contains("TASK_DONE_REPLY", "written to");
    }

    @Test
    void whatWasTypedIsThereWhenSomebodyElseHasTheTask() {
        var caseId = waiting.answered("NEED_MORE_INFO");
        var done = "/desk/tasks/%s/done".formatted(task(caseId));
        anna.post("/desk/tasks/%s/claim".formatted(task(caseId)), "");

        var meanwhile = bea.post(done, "reason=written+to+them");
        anna.post(done, "reason=asked+them");
        var after = bea.post(done, "reason=written+to+them");

        assertThat(List.of(meanwhile, after)).allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("Somebody else has this task", "You had typed: written to them");
        });
        assertThat(world.story(caseId).get("timeline").toString()).doesNotContain("written to them");
    }

    @Test
    void aReleaseSaysWhatFollows() {
        var caseId = waiting.unseen();
        hold(caseId, "STOP");
        hold(caseId, "PRESERVE");

        assertThat(anna.get("/desk/cases/" + caseId).body())
                .contains("Work goes on where it stopped", "Nothing was stopped by it")
                .doesNotContain("nothing goes on yet");

        hold(caseId, "STOP");

        assertThat(anna.get("/desk/cases/" + caseId).body())
                .contains("nothing goes on yet", "Nothing was stopped by it")
                .doesNotContain("Work goes on where it stopped");
    }

    private void hold(UUID caseId, String kind) {
        world.decide("/v1/cases/" + caseId + "/holds", "Anna", world.tag("/v1/cases/" + caseId), """
                {"kind": "%s", "owner": "court", "reason": "asked to", "expires_at": "%s", "probing_allowed": true}
                """.formatted(
                        kind, world.now().plus(Duration.ofDays(30))));
    }

    /** Suspects follow one another; what was just said of one stands in its own case. */
    @Test
    void theNextOfAKindFollowsTheOneThatIsDone() {
        waiting.suspect();
        waiting.suspect();
        var first = anna.post("/desk/next", "kind=CLASSIFY");
        var reveal = DeskForm.of(first.body(), "/reveal").with("reason", "to assess it");
        var revealed = anna.post(first.address().getPath() + "/reveal", reveal.sent());

        var second = anna.post(
                first.address().getPath() + "/classification",
                DeskForm.of(revealed.body(), "/classification")
                        .with("usual", "NOT_ILLEGAL")
                        .with("organisation", "Example")
                        .with("then", "next")
                        .sent());

        assertThat(second.body()).contains("That is recorded. This is the next task.", "Classify the content");
        assertThat(second.address().getPath()).isNotEqualTo(first.address().getPath());
        assertThat(second.address().getQuery()).contains("kind=CLASSIFY");
        assertThat(anna.get(first.address().getPath()).body()).contains("Not illegal");
    }

    @Test
    void whoDecidesNothingIsOfferedNoDecisions() {
        var caseId = waiting.notified();
        var aziz = DeskVisitor.signedIn(port, "aziz", CallerRole.AUDITOR);

        assertThat(aziz.get("/desk/cases/" + caseId).body()).doesNotContain("#decisions", "id=\"decisions\"");
        assertThat(anna.get("/desk/cases/" + caseId).body()).contains("#decisions", "id=\"decisions\"");
    }

    @Test
    void aClassificationIsSaidOnce() {
        var caseId = waiting.suspect();
        var form = DeskForm.of(anna.get("/desk/cases/" + caseId).body(), "/classification")
                .with("usual", "NOT_ILLEGAL")
                .with("verification", "VERIFIED")
                .with("organisation", "Example");

        var both = anna.post("/desk/cases/%s/classification".formatted(caseId), form.sent());

        assertThat(both.status()).isEqualTo(422);
        assertThat(both.body()).contains("Either one of the usual answers, or all of it in full.");
    }

    @Test
    void anAddressThatWasKeptStillLeadsToWork() {
        assertThat(bea.get("/desk?kind=NONE&whose=x&after=y&said=%3Cb%3E").status())
                .isEqualTo(200);
        assertThat(bea.get("/desk?after=" + UUID.randomUUID()).status()).isEqualTo(200);
    }

    /** Whatever a person has at hand, as it was given to them or as the desk shows it. */
    @Test
    void findsACaseByWhateverIsAtHand() {
        var host = someHost();
        var hash = someHash();
        var caseId = world.reported(verifiedReport("http://" + host + "/a.jpg", hash));
        var other = world.reported(verifiedReport("http://" + host + "/b.jpg", someHash()));
        var report = world.story(caseId).at("/timeline/0/reference").asString();

        for (var what : new String[] {
            "http://" + host + "/a.jpg",
            "hxxp://" + host.replace(".", "[.]") + "/a.jpg",
            hash,
            " [" + report + "] ",
            caseId.toString()
        }) {
            var found = search(what);
            assertThat(found.address().getPath()).as(what).endsWith("/desk/cases/" + caseId);
            assertThat(found.address().toString()).doesNotContain(host, hash);
        }
        assertThat(search(host.replace(".", "[.]")).body())
                .contains("2 cases, looked for as a host", caseId.toString(), other.toString())
                .doesNotContain("value=\"" + host);
        assertThat(search("nobody knows").body()).contains("No case has it.");
        assertThat(search(" ").status()).isEqualTo(422);
    }

    @Test
    void whatWasOpenedLatelyIsKeptWithTheSession() {
        var first = waiting.verified();
        var second = waiting.verified();
        anna.get("/desk/cases/" + first);
        anna.get("/desk/cases/" + second);
        anna.get("/desk/cases/" + UUID.randomUUID());

        assertThat(anna.get("/desk/search").body()).containsSubsequence(second.toString(), first.toString());
        assertThat(bea.get("/desk/search").body()).doesNotContain(first.toString());
    }

    private DeskVisitor.Page search(String what) {
        return anna.post("/desk/search", "what=" + URLEncoder.encode(what, StandardCharsets.UTF_8));
    }

    private String task(UUID caseId) {
        return world.get("/v1/tasks?limit=500&case_id=" + caseId)
                .json()
                .at("/tasks/0/task_id")
                .asString();
    }
}
