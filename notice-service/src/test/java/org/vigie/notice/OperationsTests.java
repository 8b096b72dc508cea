package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Category;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.intake.Classification;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.ContactFeedbackSnapshot;
import org.vigie.events.removal.TargetingSnapshot;

/** What those who operate the service do and see. */
@ServiceTest
class OperationsTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);

    @Autowired
    private TestWorld world;

    @Test
    void aClassificationAppliedTwiceIsAppliedOnce() {
        var caseId = world.reported("""
                {"url": "http://%s/c", "category": "CSAM", "verification": "SUSPECT"}""".formatted(someHost()));
        var said = classification(caseId, Verification.VERIFIED, Maturation.PREPUBESCENT);

        world.send(Topics.CLASSIFICATIONS, said.classificationId(), said);
        var once = world.last(Topics.CASES, caseId, CaseSnapshot.class);
        world.send(Topics.CLASSIFICATIONS, said.classificationId(), said);

        assertThat(once.action()).isEqualTo(CaseSnapshot.Action.VERIFIED);
        assertThat(world.last(Topics.CASES, caseId, CaseSnapshot.class)).isEqualTo(once);
    }

    @Test
    void aDecisionOfDaysToComeIsRefusedAndOutlivesNoCorrection() {
        var caseId = world.reported("""
                {"url": "http://%s/c", "category": "CSAM", "verification": "SUSPECT"}""".formatted(someHost()));
        var late = classification(caseId, Verification.NOT_ILLEGAL, Maturation.PREPUBESCENT, Duration.ofDays(2));
        var said = classification(caseId, Verification.VERIFIED, Maturation.PREPUBESCENT);

        world.send(Topics.CLASSIFICATIONS, late.classificationId(), late);
        world.send(Topics.CLASSIFICATIONS, said.classificationId(), said);

        assertThat(world.last(Topics.CASES, caseId, CaseSnapshot.class).action())
                .isEqualTo(CaseSnapshot.Action.VERIFIED);
    }

    @Test
    void aCorrectionReachesTheTargetings() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = notified(host);
        var said = classification(caseId, Verification.VERIFIED, Maturation.POSTPUBESCENT);

        world.send(Topics.CLASSIFICATIONS, said.classificationId(), said);

        assertThat(targeting(caseId).maturation()).isEqualTo(Maturation.POSTPUBESCENT);

        var wrong = classification(caseId, Verification.NOT_ILLEGAL, Maturation.POSTPUBESCENT);
        world.send(Topics.CLASSIFICATIONS, wrong.classificationId(), wrong);

        assertThat(targeting(caseId).end()).isEqualTo(TargetingSnapshot.End.VOID);
    }

    @Test
    void saysWhatBecameOfTheMailOfAContact() {
        var host = world.provider(Role.HOST, "refuses");
        notified(host);

        assertThat(world.every(Topics.CONTACT_FEEDBACK, ContactFeedbackSnapshot.class))
                .filteredOn(feedback -> feedback.providerId().equals(host.id()))
                .last()
                .satisfies(feedback -> {
                    assertThat(feedback.refusedPermanently()).isEqualTo(1);
                    assertThat(feedback.consecutiveFailures()).isEqualTo(1);
                    assertThat(feedback.accepted()).isZero();
                });
    }

    @Test
    void countsCasesByState() {
        var before = world.get("/v1/counts").json().get("cases").get("RECEIVED").asLong();

        world.reported("""
                {"url": "http://%s/c", "category": "CSAM", "verification": "SUSPECT"}""".formatted(someHost()));

        var counts = world.get("/v1/counts").json().get("cases");
        assertThat(counts.get("RECEIVED").asLong()).isEqualTo(before + 1);
        assertThat(counts.has("RETRACTED")).isTrue();
    }

    @Test
    void pagesThroughTheCases() {
        var first = notified(world.provider(Role.HOST, "abuse"));
        var second = notified(world.provider(Role.HOST, "abuse"));

        var seen = new ArrayList<UUID>();
        var path = "/v1/cases?limit=50";
        while (true) {
            var page = world.get(path).json();
            page.get("cases")
                    .forEach(one -> seen.add(UUID.fromString(one.get("case_id").asString())));
            if (!page.has("next") || page.get("next").isNull()) {
                break;
            }
            path = "/v1/cases?limit=50&cursor=" + page.get("next").asString();
        }

        assertThat(seen).doesNotHaveDuplicates().contains(first, second);
    }

    @Test
    void findsACaseByTheReferencesOfItsReportsAndNotices() {
        var answer = world.post("/v1/reports", verifiedReport("http://" + someHost() + "/f", someHash()));
        world.settle();
        var caseId = world.get("/v1/reports/" + answer.id("report_id")).id("case_id");
        world.resolved(caseId, world.provider(Role.HOST, "abuse"));
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        var notice = new ArrayList<String>();
        world.story(caseId).get("timeline").forEach(line -> {
            if (line.get("what").asString().equals("NOTICE_ACCEPTED")) {
                notice.add(line.get("reference").asString());
            }
        });

        assertThat(found(answer.json().get("reference").asString())).contains(caseId.toString());
        assertThat(found(notice.getFirst())).contains(caseId.toString());
        assertThat(found("RN-1999-00000001")).doesNotContain(caseId.toString());
        assertThat(world.post("/v1/cases/search", "{}").status()).isEqualTo(400);
    }

    private String found(String reference) {
        return world.post("/v1/cases/search", "{\"reference\": \"" + reference + "\"}")
                .body();
    }

    private UUID notified(TestWorld.Provider provider) {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/o", someHash()));
        world.resolved(caseId, provider);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        return caseId;
    }

    private TargetingSnapshot targeting(UUID caseId) {
        return world.every(Topics.TARGETINGS, TargetingSnapshot.class).stream()
                .filter(targeting -> targeting.caseId().equals(caseId))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private Classification classification(UUID caseId, Verification verification, Maturation maturation) {
        return classification(caseId, verification, maturation, Duration.ZERO);
    }

    private Classification classification(
            UUID caseId, Verification verification, Maturation maturation, Duration ahead) {
        world.pass(Duration.ofMinutes(1));
        return new Classification(
                UUID.randomUUID(),
                caseId,
                null,
                verification,
                Category.CSAM,
                maturation,
                null,
                "interpol",
                "baseline",
                "Example",
                2,
                world.now().plus(ahead).toEpochMilli(),
                null);
    }
}
