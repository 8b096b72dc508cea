package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.support.access.CallerRole;

/** The desk over HTTP, as a browser without scripts uses it. */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/desk-http-data",
            "vigie.clock-file=target/${test.fork:fork-1}/desk-http-clock"
        })
@ServiceTest
class DeskTests {

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
    void takesTheNextTaskAndDoesItInOneForm() {
        var caseId = waiting.suspect();

        var page = anna.post("/desk/next", "kind=CLASSIFY");
        while (!page.body().contains(caseId.toString())) {
            page = anna.post("/desk/next", "kind=CLASSIFY");
        }
        assertThat(page.body()).contains("Classify the content", "yours");
        assertThat(bea.get("/desk?kind=CLASSIFY").body()).contains("anna has it");
        var done = anna.post(
                "/desk/cases/%s/classification".formatted(caseId),
                DeskForm.of(page.body(), "/classification")
                        .with("verification", "VERIFIED")
                        .with("scheme", "INTERPOL")
                        .with("maturation", "PREPUBESCENT")
                        .with("organisation", "Example")
                        .sent());

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body())
                .contains("It is recorded.", "by Example, anna", "baseline")
                .doesNotContain("&lt;http");
        assertThat(world.story(caseId).at("/contents/0/verification").asString())
                .isEqualTo("VERIFIED");
        world.settle();
        assertThat(world.tasks(caseId)).isEmpty();
    }

    @Test
    void neverOffersWhatOnlyAnotherPersonMayDecide() {
        var caseId = waiting.notified();
        propose(bea, caseId);

        bea.post("/desk/next", "kind=RETRACTION");

        assertThat(world.get("/v1/tasks?case_id=" + caseId)
                        .json()
                        .at("/tasks/0/owner")
                        .isNull())
                .isTrue();
        assertThat(bea.get("/desk/cases/" + caseId).body())
                .contains("You proposed it: somebody else must agree.")
                .doesNotContain("Agree: take everything back");
    }

    @Test
    void twoPeopleTakeACaseBack() {
        var caseId = waiting.notified();
        propose(anna, caseId);

        assertThat(anna.get("/desk/cases/" + caseId).body()).doesNotContain("/retraction/approval\"");
        var second = bea.get("/desk/cases/" + caseId).body();
        assertThat(second).contains("anna proposed it", "wrong URL", "This is not undone.");
        var done = bea.post(
                "/desk/cases/%s/retraction/approval".formatted(caseId),
                DeskForm.of(second, "/retraction/approval")
                        .with("reason", "looked again")
                        .sent());

        assertThat(done.body()).contains("It is recorded.", "Retracted");
        assertThat(world.story(caseId).get("status").asString()).isEqualTo("RETRACTED");
    }

    /** What happened meanwhile is shown, nothing is done, and nothing that was typed is lost. */
    @Test
    void aDecisionOnWhatHasChangedIsNotMade() {
        var caseId = waiting.notified();
        var read = anna.get("/desk/cases/" + caseId).body();
        world.decide("/v1/cases/" + caseId + "/observations", "Zoe", null, """
                {"seen": "PRESENT", "reason": "looked from home"}""");

        var form = DeskForm.of(read, "/holds")
                .with("owner", "the <police>")
                .with("reason", "a \"reason\"")
                .with("expires_at", "2036-01-01T00:00");
        var late = anna.post("/desk/cases/%s/holds".formatted(caseId), form.sent());

        assertThat(late.status()).isEqualTo(412);
        // What was typed would be gone, and a form's address answers no GET.
        assertThat(late.body()).doesNotContain("?lang=");
        assertThat(late.body())
                .contains("The case changed since you read it.", "A person saw", "looked from home")
                .contains(
                        "value=\"the &lt;police&gt;\"", "value=\"a &quot;reason&quot;\"", "value=\"2036-01-01T00:00\"");
        assertThat(world.story(caseId).get("holds")).isEmpty();

        var again = DeskForm.of(late.body(), "/holds")
                .with("owner", "the police")
                .with("reason", "a reason")
                .with("expires_at", "2036-01-01T00:00");
        assertThat(anna.post("/desk/cases/%s/holds".formatted(caseId), again.sent())
                        .status())
                .isEqualTo(200);
        assertThat(world.story(caseId).get("holds")).hasSize(1);
    }

    /** Looks store a case again and again; nobody who reads it is shown anything else. */
    @Test
    void aLookThatSaysNothingNewKeepsNobodyFromDeciding() {
        var caseId = waiting.notified();
        var read = anna.get("/desk/cases/" + caseId).body();
        world.moveOn(Duration.ofMinutes(5));
        var before = world.tag("/v1/cases/" + caseId);
        world.looked(caseId, Presence.REACHABLE);
        assertThat(world.tag("/v1/cases/" + caseId)).isNotEqualTo(before);

        var done = anna.post(
                "/desk/cases/%s/retraction".formatted(caseId),
                DeskForm.of(read, "/retraction").with("reason", "wrong URL").sent());

        assertThat(done.body()).contains("It is recorded.");
    }

    @Test
    void theSameFormTwiceIsOne() {
        var caseId = waiting.notified();
        var form = DeskForm.of(anna.get("/desk/cases/" + caseId).body(), "/holds")
                .with("owner", "the police")
                .with("reason", "a reason")
                .with("expires_at", "2036-01-01T00:00")
                .sent();
        anna.post("/desk/cases/%s/holds".formatted(caseId), form);
        anna.post("/desk/cases/%s/holds".formatted(caseId), form);

        assertThat(world.story(caseId).get("holds")).hasSize(1);
    }

    @Test
    void aFieldThatCannotBeAcceptedSaysSoAndKeepsTheRest() {
        var caseId = waiting.notified();
        var form = DeskForm.of(anna.get("/desk/cases/" + caseId).body(), "/holds")
                .with("owner", "the police")
                .with("expires_at", "2006-01-01T00:00");

        var refused = anna.post(
                "/desk/cases/%s/holds".formatted(caseId),
                form.with("reason", "a reason").sent());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("It must lie in the future.", "value=\"the police\"", "aria-invalid=\"true\"");
        assertThat(world.story(caseId).get("holds")).isEmpty();
    }

    @Test
    void showsTheExactUrlOnceAndSaysToWhom() {
        var caseId = waiting.notified();
        var url = "http://" + host(caseId);
        var page = anna.get("/desk/cases/" + caseId).body();
        assertThat(page)
                .contains(url.replace("http", "hxxp").replace(".test", "[.]test"))
                .doesNotContain(url);

        var refused = anna.post("/desk/cases/%s/reveal".formatted(caseId), "reason=");
        assertThat(refused.body()).doesNotContain(url).contains("Something is needed here.");
        var revealed = anna.post("/desk/cases/%s/reveal".formatted(caseId), "reason=to+assess+it");

        assertThat(revealed.body()).contains("<code class=\"exact\">" + url);
        assertThat(anna.get("/desk/cases/" + caseId).body())
                .doesNotContain(url)
                .contains("Exact URL shown", "to assess it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyPageHasItsWords(String language) {
        for (var caseId : waiting.oneOfEach().values()) {
            assertThat(bea.get("/desk/cases/%s?lang=%s".formatted(caseId, language))
                            .body())
                    .contains("<html lang=\"" + language + "\"")
                    .doesNotContain("??");
        }
        assertThat(bea.get("/desk?lang=" + language).body()).doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/cases/%s", "/desk/tasks/%s"})
    void whatIsNotThereIsNotFound(String path) {
        assertThat(bea.get(path.formatted(UUID.randomUUID())).status()).isEqualTo(404);
        assertThat(bea.get(path.formatted("nonsense")).status()).isIn(400, 404);
    }

    private void propose(DeskVisitor who, UUID caseId) {
        var form = DeskForm.of(who.get("/desk/cases/" + caseId).body(), "/retraction")
                .with("reason", "wrong URL")
                .sent();
        assertThat(who.post("/desk/cases/%s/retraction".formatted(caseId), form).status())
                .isEqualTo(200);
        world.settle();
    }

    private String host(UUID caseId) {
        var matcher = Pattern.compile("://(.*)\\[\\.]test")
                .matcher(world.story(caseId).get("url").asString());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1) + ".test";
    }
}
