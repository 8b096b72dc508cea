package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHost;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.iccam.HeldItem;
import org.vigie.notice.iccam.IccamServer;
import org.vigie.notice.iccam.TellItem;
import org.vigie.notice.report.Reports;
import org.vigie.notice.report.Scope;
import tools.jackson.databind.JsonNode;

/** What ICCAM assigns to us becomes reports, each once, and ICCAM hears what was done, each once. */
@ServiceTest
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/iccam-data",
            "vigie.clock-file=target/${test.fork:fork-1}/iccam-clock",
            "vigie.iccam.user=hotline",
            "vigie.iccam.country=NL"
        })
class IccamStoryTests {

    private static final int BASELINE = 1;
    private static final int NATIONAL = 2;
    private static final int PRE_PUBESCENT = 3;
    private static final int ISP = 2;
    private static final int REMOVED = 3;
    private static final int NOT_ILLEGAL = 6;
    private static final Duration ROUND = Duration.ofMinutes(2);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final IccamServer SERVER = started();

    @Autowired
    private TestWorld world;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private Reports reports;

    @Autowired
    private TellItem tellItem;

    private static IccamServer started() {
        try {
            return new IccamServer();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @DynamicPropertySource
    static void iccam(DynamicPropertyRegistry registry) throws IOException {
        var password = Files.writeString(Files.createTempFile("iccam", "password"), "pass word\n");
        registry.add("vigie.iccam.url", SERVER::url);
        registry.add("vigie.iccam.password-file", password::toString);
    }

    @AfterEach
    void well() {
        SERVER.answers(200);
        SERVER.refuses(null);
        SERVER.takesAndFails(false);
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void anItemIsOneReportHoweverOftenItIsSeen() {
        var item = item().assessed(BASELINE, PRE_PUBESCENT);
        var image = SERVER.itemOf(item, "http://%s/a.jpg".formatted(someHost()));
        world.pass(ROUND);
        var first = reports(item);
        assertThat(first).hasSize(1);
        assertThat(item.reference()).isEqualTo(first.getFirst().get("reference").asString());

        // As if the process had ended between storing the report and the item.
        mongo.remove(Query.query(Criteria.where("_id").is(Long.toString(item.contentId))), "iccamItems");
        item.forgotten();
        world.pass(ROUND);

        assertThat(reports(item)).hasSize(1);
        assertThat(item.reference()).isEqualTo(first.getFirst().get("reference").asString());
        var ofImage = UUID.fromString(reports(image).getFirst().get("report_id").asString());
        assertThat(reports.find(Scope.EVERYBODYS, ofImage)
                        .orElseThrow()
                        .submission()
                        .place()
                        .foundOn())
                .isEqualTo(item.url);
    }

    @Test
    void iccamHearsWhatWasDoneInItsOrderAndOnce() {
        var item = item().assessed(BASELINE, PRE_PUBESCENT);
        var caseId = asked(item);
        assertThat(item.actions()).containsExactly(ISP);

        world.looked(caseId, Presence.DOWN);
        later(HOUR);
        later(DAY);

        assertThat(item.actions()).containsExactly(ISP, REMOVED);
        assertThat(world.tasks(caseId)).isEmpty();
    }

    @Test
    void whatIccamTookAndDidNotConfirmIsNotToldAgain() {
        var item = item().assessed(BASELINE, PRE_PUBESCENT);
        SERVER.takesAndFails(true);
        asked(item);
        assertThat(item.actions()).containsExactly(ISP);

        SERVER.takesAndFails(false);
        later(HOUR);

        assertThat(item.actions()).containsExactly(ISP);
    }

    /** Each process finds what is due in the store, and ICCAM has nothing yet by which the second would know. */
    @Test
    void whatTwoProcessesFindDueOneOfThemTells() {
        var item = item().assessed(BASELINE, PRE_PUBESCENT);
        prepared(item);
        item.meanwhile(() -> tellItem.look(item.contentId));

        later(HOUR);
        later(HOUR);

        assertThat(item.actions()).containsExactly(ISP);
    }

    /** A day without ICCAM loses nothing, and the order is kept. */
    @Test
    void whatHappensWhileIccamIsAwayIsToldThen() {
        var item = item().assessed(BASELINE, PRE_PUBESCENT);
        var caseId = prepared(item);
        SERVER.answers(503);
        later(HOUR);
        world.looked(caseId, Presence.DOWN);
        later(HOUR.multipliedBy(12));
        var late = item();
        later(HOUR);
        assertThat(item.actions()).isEmpty();
        assertThat(world.get("/actuator/prometheus").body()).containsPattern("vigie_iccam_silent_seconds [1-9]");

        SERVER.answers(200);
        SERVER.forgetSession();
        later(HOUR);

        assertThat(item.actions()).containsExactly(ISP, REMOVED);
        assertThat(reports(late)).hasSize(1);
        assertThat(world.get("/actuator/prometheus").body()).contains("vigie_iccam_silent_seconds 0");
    }

    @Test
    void whatIccamRefusesIsAPersons() {
        var item = item().assessed(BASELINE, PRE_PUBESCENT);
        SERVER.refuses("Analyst is not active");

        var caseId = asked(item);

        assertThat(item.actions()).isEmpty();
        assertThat(world.tasks(caseId)).contains("ICCAM");
    }

    /** ICCAM may want something first that only people can give it. */
    @Test
    void whatComesTooEarlyIsTriedForADayAndIsThenAPersons() {
        var item = item().assessed(BASELINE, PRE_PUBESCENT);
        SERVER.refuses("Report not in the right phase to action");
        var caseId = asked(item);
        assertThat(world.tasks(caseId)).doesNotContain("ICCAM");

        later(DAY);

        assertThat(world.tasks(caseId)).contains("ICCAM");
        assertThat(item.told).isEmpty();
    }

    @Test
    void whatNobodyAssessedIsAssessedBeforeItIsActedOn() {
        var item = item();
        world.pass(ROUND);
        classified(caseOf(item), "VERIFIED");

        asked(item);

        assertThat(item.told).hasSize(2);
        assertThat(item.told.getFirst().get("classification").asInt()).isEqualTo(NATIONAL);
        assertThat(item.actions()).containsExactly(ISP);
    }

    @Test
    void ofWhatSomebodyEndedInIccamNothingIsTold() {
        var item = item().assessed(BASELINE, PRE_PUBESCENT);
        prepared(item);
        item.acted(NOT_ILLEGAL);

        later(HOUR);

        assertThat(item.told).isEmpty();
    }

    @Test
    void whatCameBackAfterTheLastWordIsAPersons() {
        var item = item().assessed(BASELINE, PRE_PUBESCENT);
        var caseId = asked(item);
        world.looked(caseId, Presence.DOWN);
        later(HOUR);
        world.looked(caseId, Presence.REAPPEARED);

        later(DAY.multipliedBy(2));

        assertThat(item.actions()).containsExactly(ISP, REMOVED);
        assertThat(world.tasks(caseId)).contains("ICCAM");
    }

    /** Of what is illegal elsewhere nobody is told until somebody here has said so; then ICCAM is, too. */
    @Test
    void whatIsIllegalElsewhereIsForOurAssessors() {
        var item = item().assessed(NATIONAL, PRE_PUBESCENT);
        world.pass(ROUND);
        var caseId = caseOf(item);
        assertThat(world.tasks(caseId)).containsExactly("CLASSIFY");

        classified(caseId, "NOT_ILLEGAL");
        later(HOUR);
        later(HOUR);

        assertThat(item.actions()).containsExactly(NOT_ILLEGAL);
    }

    @Test
    void whatIsAnotherCountrysIsNotTaken() {
        var item = item().assignedTo("DE");
        world.pass(ROUND);

        assertThat(reports(item)).isEmpty();
    }

    @Test
    void whatIsNoUrlIsAPersonsAndHoldsUpNothing() {
        var wrong = SERVER.item("not a URL");
        var item = item();
        world.pass(ROUND);

        assertThat(reports(item)).hasSize(1);
        assertThat(wrong.reference()).isNotNull();
        assertThat(world.get("/v1/tasks?kind=ICCAM&limit=500").json().get("tasks"))
                .anySatisfy(task -> assertThat(task.get("task_id").asString()).isEqualTo(wrong.reference()));
    }

    @Test
    void moreThanOneListHoldsAreAllTaken() {
        var items = new ArrayList<HeldItem>();
        for (int i = 0; i < 450; i++) {
            items.add(item());
        }
        world.pass(Duration.ofMinutes(5));

        assertThat(items).allSatisfy(item -> assertThat(item.reference()).startsWith("RP-"));
    }

    private static HeldItem item() {
        return SERVER.item("http://%s/page".formatted(someHost()));
    }

    private void later(Duration duration) {
        world.moveOn(duration);
        world.settle();
    }

    private void classified(UUID caseId, String verification) {
        var decided =
                world.decide("/v1/cases/" + caseId + "/classification", "assessor", null, """
                        {"verification": "%s", "organisation": "Example", "reason": "seen"}
                        """.formatted(verification));
        assertThat(decided.status()).as(decided.body()).isLessThan(300);
    }

    private UUID asked(HeldItem item) {
        var caseId = prepared(item);
        later(HOUR);
        later(HOUR);
        return caseId;
    }

    private UUID prepared(HeldItem item) {
        world.pass(ROUND);
        var caseId = caseOf(item);
        world.resolved(caseId, world.provider(Role.HOST, "host"));
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofSeconds(3));
        return caseId;
    }

    private UUID caseOf(HeldItem item) {
        var report = reports(item).getFirst().get("report_id").asString();
        return world.get("/v1/reports/" + report).id("case_id");
    }

    private List<JsonNode> reports(HeldItem item) {
        return world.get("/v1/reports?partner_reference=%d/%d".formatted(item.reportId(), item.contentId))
                .json()
                .get("reports")
                .valueStream()
                .toList();
    }
}
