package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.removal.Cases;

/** What earlier builds stored without the keys that lists ask for is listed after the next start. */
@ServiceTest
class OldDocumentsTests {

    @Autowired
    private TestWorld world;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private Cases cases;

    @Autowired
    @Qualifier("fillsAtStart")
    private SmartLifecycle fills;

    @Test
    void aReportIsFoundByItsPartnersReference() {
        var partnerReference = "old " + UUID.randomUUID();
        world.reported("""
                {"url": "http://%s/o", "category": "CSAM", "verification": "SUSPECT", "partner_reference": "%s"}""".formatted(someHost(), partnerReference));
        lacking("reports", "partnerToken", new Query());
        assertThat(search(partnerReference)).isZero();

        startedAnew();

        assertThat(search(partnerReference)).isEqualTo(1);
    }

    @Test
    void aCaseIsListedByChangeAndFoundIfItGetsNoReminder() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/o", someHash()));
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofSeconds(3));
        var handedOver = world.now();
        var one = query(where("_id").is(caseId.toString()));
        lacking("cases", "changedAt", one);
        lacking("cases", "lastHandoverAt", one);
        assertThat(isListedAsChanged(caseId)).isFalse();
        assertThat(isNotReminded(caseId, handedOver.plusSeconds(1))).isFalse();

        startedAnew();

        assertThat(isListedAsChanged(caseId)).isTrue();
        assertThat(isNotReminded(caseId, handedOver.plusSeconds(1))).isTrue();
        assertThat(isNotReminded(caseId, handedOver.minusSeconds(60))).isFalse();
    }

    @Test
    void aTaskIsFoundByItsKind() {
        var caseId = world.reported("""
                {"url": "http://%s/o", "category": "CSAM", "verification": "SUSPECT"}""".formatted(someHost()));
        lacking("tasks", "caseKey", new Query());

        var next = new UUID(caseId.getMostSignificantBits(), caseId.getLeastSignificantBits() - 1);
        assertThat(world.get("/v1/cases?task=CLASSIFY&limit=1&cursor=" + next)
                        .json()
                        .at("/cases/0/case_id")
                        .asString())
                .isEqualTo(caseId.toString());
    }

    private int search(String partnerReference) {
        return world.post("/v1/cases/search", "{\"partner_reference\": \"%s\"}".formatted(partnerReference))
                .json()
                .get("cases")
                .size();
    }

    private boolean isListedAsChanged(UUID caseId) {
        var since = world.now().minus(1, ChronoUnit.HOURS);
        var before = new UUID(caseId.getMostSignificantBits(), caseId.getLeastSignificantBits() - 1);
        return world.get("/v1/cases?limit=1&changed_since=" + since + "&cursor=" + before)
                .body()
                .contains(caseId.toString());
    }

    private boolean isNotReminded(UUID caseId, Instant since) {
        return cases.notRemindedSince(since, 10_000).stream()
                .anyMatch(known -> known.caseId().equals(caseId));
    }

    private void lacking(String collection, String key, Query which) {
        mongo.updateMulti(which, new Update().unset(key), collection);
        mongo.remove(new Query(), "fills");
    }

    private void startedAnew() {
        fills.stop();
        fills.start();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> mongo.count(query(where("done").is(true)), "fills") == 3);
        assertThat(mongo.findAll(Document.class, "fills")).hasSize(3);
    }
}
