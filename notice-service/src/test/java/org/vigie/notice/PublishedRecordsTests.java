package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.support.events.EventJson;
import org.vigie.support.outbox.Relay;

/** What a case publishes while it goes on: what changed, once; all of it where that is asked for. */
@ServiceTest
class PublishedRecordsTests {

    @Autowired
    private TestWorld world;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private Relay relay;

    @Test
    void isWhatChangedOnce() {
        var caseId = notified();
        for (int day = 0; day < 3; day++) {
            world.pass(Duration.ofDays(1));
            world.looked(caseId, Presence.REACHABLE);
        }

        var cases = world.all(Topics.CASES, CaseSnapshot.class, caseId);
        assertThat(cases).extracting(CaseSnapshot::version).doesNotHaveDuplicates();
        assertThat(cases)
                .extracting(PublishedRecordsTests::withoutVersion)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(4);
        assertThat(locations(caseId)).hasSize(1);
        assertThat(targetings(caseId))
                .extracting(TargetingSnapshot::version)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(1);
    }

    /** The look that a notice waited for came: that is said once, with the notice. */
    @Test
    void saysHowLongALookWasWaitedForWithTheNoticeThatWaited() {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/w", someHash()));
        world.resolved(caseId, world.provider(Role.HOST, "abuse"));
        world.pass(Duration.ofSeconds(1));
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofSeconds(3));

        assertThat(world.all(Topics.CASES, CaseSnapshot.class, caseId))
                .extracting(CaseSnapshot::action, CaseSnapshot::checkBlockedMs)
                .containsExactly(tuple(Action.VERIFIED, 0L), tuple(Action.ROUTED, 0L), tuple(Action.NOTIFIED, 1_000L));
    }

    @Test
    void saysItOnceNoNoticeIsAskedForAnyMore() {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/g", someHash()));
        world.resolved(caseId, world.provider(Role.HOST, "abuse"));
        world.pass(Duration.ofSeconds(1));
        world.looked(caseId, Presence.DOWN);

        assertThat(world.all(Topics.CASES, CaseSnapshot.class, caseId).getLast().checkBlockedMs())
                .isEqualTo(1_000);
    }

    @Test
    void isTheLocationAgainWhenMoreOfItIsKnown() {
        var url = "http://" + someHost() + "/l";
        var report = verifiedReport(url, someHash()).strip();
        var caseId = world.reported(report);
        world.reported(report.substring(0, report.length() - 1) + ", \"found_on\": \"http://forum.test/\"}");
        world.reported(report.substring(0, report.length() - 1) + ", \"found_on\": \"http://other.test/\"}");

        assertThat(locations(caseId)).hasSize(2);
    }

    /** As after a crash before it was noted, and as an operator asks for it. */
    @Test
    void isAllOfItWhenAVersionIsPublishedOnceMore() {
        var caseId = notified();
        var cases = world.all(Topics.CASES, CaseSnapshot.class, caseId).size();
        var locations = locations(caseId).size();
        var targetings = targetings(caseId).size();

        mongo.updateFirst(query(where("_id").is(caseId.toString())), new Update().set("unpublished", true), "cases");
        relay.stored("cases", caseId.toString());
        world.settle();

        assertThat(world.all(Topics.CASES, CaseSnapshot.class, caseId)).hasSize(cases + 1);
        assertThat(locations(caseId)).hasSize(locations + 1);
        assertThat(targetings(caseId)).hasSize(targetings + 1);
        assertThat(targetings(caseId).getLast()).isEqualTo(targetings(caseId).get(targetings - 1));
    }

    private static Map<?, ?> withoutVersion(CaseSnapshot snapshot) {
        var fields = EventJson.MAPPER.convertValue(snapshot, Map.class);
        fields.remove("version");
        return fields;
    }

    private UUID notified() {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/n", someHash()));
        world.resolved(caseId, world.provider(Role.HOST, "abuse"));
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofSeconds(3));
        return caseId;
    }

    private List<LocationSnapshot> locations(UUID caseId) {
        return world.all(Topics.LOCATIONS, LocationSnapshot.class, caseId);
    }

    private List<TargetingSnapshot> targetings(UUID caseId) {
        return world.every(Topics.TARGETINGS, TargetingSnapshot.class).stream()
                .filter(targeting -> targeting.caseId().equals(caseId))
                .toList();
    }
}
