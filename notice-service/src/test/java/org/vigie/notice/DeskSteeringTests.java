package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.vigie.support.access.CallerRole;
import org.vigie.support.work.WorkInProgress;

/** What an operator sees of all services, and the switches they turn; the other services are stand-ins. */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/desk-steering-data",
            "vigie.clock-file=target/${test.fork:fork-1}/desk-steering-clock"
        })
@ServiceTest
class DeskSteeringTests {

    private static final OtherServices OTHERS = new OtherServices();
    private static final String METERS = "GET /actuator/prometheus";
    private static final String RELEASE = "POST /v1/brake/release";
    private static final String TRY = "POST /actuator/deadletters";

    @LocalServerPort
    private int port;

    @Autowired
    private Map<String, WorkInProgress> work;

    private DeskVisitor odile;

    /** metrics-service is nowhere. */
    @DynamicPropertySource
    static void others(DynamicPropertyRegistry registry) {
        registry.add("vigie.services.registry", OTHERS::address);
        registry.add("vigie.services.checker", OTHERS::address);
        registry.add("vigie.services.metrics", () -> "http://127.0.0.1:1");
    }

    @BeforeEach
    void anOperatorComesIn() {
        OTHERS.forget();
        OTHERS.answer(METERS, 200, """
                # HELP vigie_brake_on 1 while nothing is called removed
                # TYPE vigie_brake_on gauge
                vigie_brake_on 1.0
                vigie_work_lag_seconds{work="checks"} 1200.0
                vigie_data_set_age_seconds{set="as-table"} 6912000.0
                vigie_data_set_age_seconds{set="curated"} -8640000.0
                vigie_data_set_edition{set="as-table"} 2.0260911E7
                vigie_data_set_rows{set="as-table"} 512000.0
                vigie_contacts{health="DEAD"} 2.0
                vigie_dead_letters_total{topic="cases.v1-dlt"} 3.0
                vigie_parked_records{topic="cases.v1",kind="UnreadableRecord",place="org.vigie.A:7",reason="/version <b>"} 2.0
                vigie_parked_records{topic="cases.v1",kind="UnreadableRecord",place="org.vigie.A:7",reason="/state"} 1.0
                vigie_parked_oldest_seconds{topic="cases.v1",kind="UnreadableRecord",place="org.vigie.A:7",reason="/state"} 9000.0
                vigie_parked_newest_seconds{topic="cases.v1",kind="UnreadableRecord",place="org.vigie.A:7",reason="/state"} 600.0
                """);
        odile = DeskVisitor.signedIn(port, "odile", CallerRole.OPERATOR);
    }

    @Test
    void showsWhatIsWrongAnywhereOnOnePage() {
        var page = odile.get("/desk/steering");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("ServiceDown", "BrakeOn", "WorkLate", "DataSetOld", "DeadContacts")
                .contains("href=\"#checks\"", "id=\"checks\"", "The brake is on", "20 min")
                .contains("of 2026-09-11, 80 d old, 512,000 rows", "of 0, 0 min old", "cases.v1-dlt: 3")
                .contains("does not answer");
    }

    /** A person reads it, not a name in the code. */
    @Test
    void everyQueueHasItsWords() {
        var words = ResourceBundle.getBundle("org.vigie.notice.desk.web.texts", Locale.ENGLISH);

        assertThat(work.keySet())
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(words.containsKey("queue." + name)).as(name).isTrue());
    }

    /** As themselves: the other service decides whether they may. */
    @Test
    void releasesTheBrakeAsThePerson() {
        OTHERS.answer(RELEASE, 204, "");

        var page = odile.get("/desk/steering");
        var done = odile.post("/desk/steering/brake", "");

        assertThat(page.body()).contains("open three of the URLs");
        assertThat(done.body()).contains("It is recorded.");
        assertThat(OTHERS.asked(RELEASE))
                .singleElement()
                .satisfies(asked -> assertThat(asked.token()).startsWith("Bearer ey"));
        assertThat(page.body() + done.body()).doesNotContain("eyJ");
    }

    /** Why, since when, by whom, and the command for whoever has a shell. */
    @Test
    void deadLettersAreShownWithTheirCause() {
        assertThat(odile.get("/desk/steering").body())
                .contains("DeadLetters", "3 of cases.v1, which provider-registry could not apply")
                .contains("The last was put aside 10 min ago, the first 2 h ago.")
                .contains("UnreadableRecord", "org.vigie.A:7", "/version &lt;b&gt;", "/state")
                .contains("./vigie dead-letters replay --topic cases.v1 --kind UnreadableRecord");
    }

    /** By the service that could not apply them, as the person who asks. */
    @Test
    void deadLettersAreTriedAgain() {
        OTHERS.answer(TRY, 202, "{\"records\": 3}");
        var form = DeskForm.of(odile.get("/desk/steering").body(), "/desk/steering/dead-letters");

        var begun = odile.post("/desk/steering/dead-letters", form.sent());

        assertThat(begun.body()).contains("It has begun.");
        assertThat(OTHERS.asked(TRY)).singleElement().satisfies(asked -> {
            assertThat(asked.token()).startsWith("Bearer ey");
            assertThat(asked.body()).contains("\"cases.v1\"", "\"UnreadableRecord\"", "\"org.vigie.A:7\"");
        });
        OTHERS.answer(TRY, 403, "");
        assertThat(odile.post("/desk/steering/dead-letters", form.sent()).body())
                .contains("provider-registry does not count you as somebody who may do this.");
        assertThat(odile.post(
                                "/desk/steering/dead-letters",
                                form.with("service", "NOTICE").sent())
                        .body())
                .contains("It has begun.");
        assertThat(odile.post(
                                "/desk/steering/dead-letters",
                                form.with("service", "no").sent())
                        .body())
                .contains("nothing was done");
    }

    @Test
    void saysWhatAnotherServiceDidNotDo() {
        OTHERS.answer(RELEASE, 403, "");
        assertThat(odile.post("/desk/steering/brake", "").body())
                .contains("availability-checker does not count you as somebody who may do this.");

        OTHERS.answer(RELEASE, 500, "");
        var silent = odile.post("/desk/steering/brake", "");
        assertThat(silent.status()).isEqualTo(502);
        assertThat(silent.body()).contains("nobody knows whether it was done");
    }

    @Test
    void turnsTheSwitchOnWhatWasRead() {
        var form = DeskForm.of(odile.get("/desk/steering").body(), "/desk/steering/stop")
                .with("turned", "STOP")
                .with("reason", "an outage <b>");
        var stopped = odile.post("/desk/steering/stop", form.sent());
        assertThat(stopped.body())
                .contains("It is recorded.", "Everything is stopped", "by odile", "an outage &lt;b&gt;")
                .contains("SendingStopped");

        var late =
                odile.post("/desk/steering/stop", form.with("reason", "again").sent());
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body()).contains("Somebody turned the switch", "value=\"again\"");

        var back = odile.post(
                "/desk/steering/stop",
                DeskForm.of(late.body(), "/desk/steering/stop")
                        .with("turned", "RESUME")
                        .with("reason", "it is over")
                        .sent());
        assertThat(back.body()).contains("Sending is not stopped", "it is over");
    }

    @Test
    void wantsAReasonAndLosesNothing() {
        var refused = odile.post(
                "/desk/steering/stop",
                DeskForm.of(odile.get("/desk/steering").body(), "/desk/steering/stop")
                        .with("turned", "STOP")
                        .with("reason", " ")
                        .sent());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Something is needed here.").containsPattern("value=\"STOP\"[^>]* checked");
    }

    @Test
    void whoMayNotTurnThemSeesNoForms() {
        var aziz = DeskVisitor.signedIn(port, "aziz", CallerRole.AUDITOR);

        assertThat(aziz.get("/desk/steering").body())
                .contains("BrakeOn")
                .doesNotContain("/desk/steering/stop", "/desk/steering/brake", "/desk/steering/dead-letters");
    }
}
