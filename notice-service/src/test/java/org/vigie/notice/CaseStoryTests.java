package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.End;

/**
 * A case from the first report to its end, as the other services and the mailboxes see it. Days pass here: among the
 * open cases of all other classes they would take minutes, so it has a service of its own.
 */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/case-story-data",
            "vigie.clock-file=target/${test.fork:fork-1}/case-story-clock"
        })
@ServiceTest
class CaseStoryTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @Test
    void writesToTheHostAndSeesTheRemoval() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/a", someHash()));
        world.resolved(caseId, host);
        assertThat(snapshot(caseId).action()).isEqualTo(Action.ROUTED);
        assertThat(snapshot(caseId).wants().checkAfter()).isNotNull();

        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);

        assertThat(mail.to(host.mailbox())).hasSize(1);
        assertThat(snapshot(caseId).action()).isEqualTo(Action.NOTIFIED);
        assertThat(targetings(caseId)).singleElement().satisfies(targeting -> {
            assertThat(targeting.end()).isEqualTo(End.OPEN);
            assertThat(targeting.noticesSent()).isEqualTo(1);
        });

        world.pass(Duration.ofHours(1));
        world.looked(caseId, Presence.DOWN);

        assertThat(targetings(caseId)).singleElement().satisfies(targeting -> {
            assertThat(targeting.end()).isEqualTo(End.REMOVED);
            assertThat(targeting.removedAt()).isEqualTo(targeting.firstDownAt());
        });
        assertThat(snapshot(caseId).wants().chainAfter()).isNotNull();
        assertThat(world.story(caseId).get("status").asString()).isEqualTo("DOWN");
    }

    @Test
    void aFirstNoticeLeavesWithinItsMinuteAndWhatMissedItTravelsWithTheNext() {
        var host = world.provider(Role.HOST, "abuse");
        var site = someHost();
        seenAfter(Duration.ZERO, "http://" + site + "/1", host);
        seenAfter(Duration.ofSeconds(20), "http://" + site + "/2", host);
        assertThat(mail.to(host.mailbox())).hasSize(2);

        seenAfter(Duration.ofMinutes(2), "http://" + site + "/3", host);
        assertThat(mail.to(host.mailbox())).hasSize(2);
        world.pass(Duration.ofMinutes(5));
        assertThat(mail.to(host.mailbox())).hasSize(3);
    }

    private void seenAfter(Duration late, String url, TestWorld.Provider host) {
        var caseId = world.reported(verifiedReport(url, someHash()));
        world.resolved(caseId, host);
        world.pass(late);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
    }

    @Test
    void remindsDailyThenWritesToTheNextOne() {
        var cdn = world.provider(Role.CDN, "cdn");
        var registrar = world.provider(Role.UPSTREAM, "upstream");
        var caseId = notified(cdn, registrar);

        for (int hour = 0; hour < 49; hour++) {
            world.pass(Duration.ofHours(1));
            world.looked(caseId, Presence.REACHABLE);
        }
        assertThat(snapshot(caseId).wants().chainAfter()).isNotNull();
        world.resolved(caseId, cdn, registrar);
        world.pass(GATHERED);

        assertThat(mail.to(cdn.mailbox())).hasSize(2);
        assertThat(mail.to(registrar.mailbox())).hasSize(1);
        assertThat(world.story(caseId).get("status").asString()).isEqualTo("ESCALATED");
        assertThat(targetings(caseId))
                .hasSize(2)
                .allSatisfy(targeting -> assertThat(targeting.end()).isEqualTo(End.OPEN));
    }

    @Test
    void writesAStayDownNoticeWhenItComesBack() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = notified(host);
        world.looked(caseId, Presence.DOWN);
        world.pass(Duration.ofDays(2));

        world.looked(caseId, Presence.REAPPEARED);
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REAPPEARED);
        world.pass(GATHERED);

        assertThat(snapshot(caseId).cycle()).isEqualTo(2);
        assertThat(mail.to(host.mailbox())).hasSize(2);
        assertThat(targetings(caseId))
                .extracting(TargetingSnapshot::end)
                .containsExactlyInAnyOrder(End.REMOVED, End.OPEN);
        assertThat(world.story(caseId).get("timeline").toString()).contains("STAYDOWN");
    }

    @Test
    void writesNothingWhileItIsOnlySuspected() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = world.reported("""
                {"url": "http://%s/s", "category": "CSAM", "verification": "SUSPECT"}""".formatted(someHost()));
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofMinutes(10));
        assertThat(mail.to(host.mailbox())).isEmpty();
        assertThat(snapshot(caseId).action()).isEqualTo(Action.RECEIVED);

        var answer = world.decide("/v1/cases/" + caseId + "/classification", "An assessor", null, """
                {"verification": "VERIFIED", "category": "CSAM", "organisation": "Example"}""");
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(mail.to(host.mailbox())).hasSize(1);
    }

    @Test
    void goesOnToTheNextOneWhenTheMailIsRefused() {
        var host = world.provider(Role.HOST, "refuses");
        var cdn = world.provider(Role.CDN, "cdn");
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/r", someHash()));
        world.resolved(caseId, host, cdn);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        world.pass(GATHERED);

        assertThat(mail.to(host.mailbox())).isEmpty();
        assertThat(mail.to(cdn.mailbox())).hasSize(1);
        assertThat(targetings(caseId)).extracting(TargetingSnapshot::providerId).containsExactly(cdn.id());
    }

    @Test
    void triesAgainLaterWhenTheRelaySaysNotNow() {
        var host = world.provider(Role.HOST, "later");
        notified(host);
        assertThat(mail.to(host.mailbox())).isEmpty();

        world.pass(Duration.ofMinutes(2));

        assertThat(mail.to(host.mailbox())).hasSize(1);
    }

    @Test
    void sendsAnUncertainNoticeOnceMoreByteForByte() {
        var host = world.provider(Role.HOST, "breaks");
        var caseId = notified(host);
        assertThat(mail.to(host.mailbox())).hasSize(1);
        assertThat(targetings(caseId)).isEmpty();

        world.pass(Duration.ofMinutes(16));

        var mails = mail.to(host.mailbox());
        assertThat(mails).hasSize(2);
        assertThat(mails.getFirst().text()).isEqualTo(mails.getLast().text());
        assertThat(targetings(caseId))
                .singleElement()
                .extracting(TargetingSnapshot::noticesSent)
                .isEqualTo(1);
    }

    @Test
    void aHoldThatComesWithTheReportKeepsEverythingBack() {
        var host = world.provider(Role.HOST, "abuse");
        var report = verifiedReport("http://" + someHost() + "/h", someHash()).strip();
        var caseId = world.reported(report.substring(0, report.length() - 1) + """
                , "holds": [{"owner": "police", "reason": "investigation", "expires_at": "2036-01-01T00:00:00Z"}]}""");
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofHours(1));

        assertThat(mail.to(host.mailbox())).isEmpty();
        assertThat(snapshot(caseId).held()).isTrue();
        assertThat(world.story(caseId).get("status").asString()).isEqualTo("HELD");
    }

    @Test
    void writesOnASightingWhereTheCheckerIsBlocked() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/b", someHash()));
        world.resolved(caseId, host);
        world.looked(caseId, Presence.UNKNOWN, List.of(Flag.BLOCKED));
        world.pass(GATHERED);

        assertThat(mail.to(host.mailbox())).hasSize(1);
        assertThat(world.story(caseId).at("/unseen/because").asString()).isEqualTo("BLOCKED");
        assertThat(world.get("/v1/tasks?case_id=" + caseId).body())
                .contains("LOOK_BLOCKED", "The host refuses every request", "GONE or DIFFERENT ends the case");
    }

    @Test
    void waitsUnaddressableUntilAContactIsKnown() {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/u", someHash()));
        world.resolved(caseId);
        assertThat(snapshot(caseId).unaddressable()).isEqualTo("NO_PROVIDER");
        assertThat(world.get("/v1/tasks?limit=500&case_id=" + caseId).body()).contains(caseId.toString());

        var host = world.provider(Role.HOST, "abuse");
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);

        assertThat(mail.to(host.mailbox())).hasSize(1);
        assertThat(world.get("/v1/tasks?limit=500&case_id=" + caseId).body()).doesNotContain(caseId.toString());
    }

    @Test
    void givesUpAfterFourteenDays() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = notified(host);
        for (int day = 0; day < 15; day++) {
            world.looked(caseId, Presence.REACHABLE);
            world.pass(Duration.ofDays(1));
        }
        world.resolved(caseId, host);

        assertThat(snapshot(caseId).action()).isEqualTo(Action.EXHAUSTED);
    }

    @Test
    void contentThatMovesHasANewAddressee() {
        var before = world.provider(Role.HOST, "abuse");
        var after = world.provider(Role.HOST, "abuse");
        var caseId = notified(before);

        world.pass(Duration.ofHours(5));
        world.resolved(caseId, after);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);

        assertThat(mail.to(after.mailbox())).hasSize(1);
        assertThat(targetings(caseId))
                .extracting(TargetingSnapshot::end)
                .containsExactlyInAnyOrder(End.MOVED, End.OPEN);
    }

    @Test
    void threeImagesOnOnePageAreOneMailAndThreeTargetings() {
        var host = world.provider(Role.HOST, "abuse");
        var url = "http://" + someHost() + "/page";
        UUID caseId = world.reported(verifiedReport(url, someHash()));
        world.reported(verifiedReport(url, someHash()));
        world.reported(verifiedReport(url, someHash()));
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);

        assertThat(mail.to(host.mailbox())).hasSize(1);
        assertThat(targetings(caseId)).hasSize(3);
        assertThat(targetings(caseId).stream()
                        .mapToInt(TargetingSnapshot::noticesSent)
                        .sum())
                .isEqualTo(1);
        assertThat(snapshot(caseId).reports().unstated()).isEqualTo(3);
    }

    private UUID notified(TestWorld.Provider... ranking) {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/n", someHash()));
        world.resolved(caseId, ranking);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        return caseId;
    }

    private CaseSnapshot snapshot(UUID caseId) {
        return world.last(Topics.CASES, caseId, CaseSnapshot.class);
    }

    /** The last snapshot of each targeting of the case. */
    private List<TargetingSnapshot> targetings(UUID caseId) {
        var last = new LinkedHashMap<UUID, TargetingSnapshot>();
        for (var targeting : world.every(Topics.TARGETINGS, TargetingSnapshot.class)) {
            if (targeting.caseId().equals(caseId)) {
                last.merge(targeting.targetingId(), targeting, (one, other) -> {
                    assertThat(one.version() == other.version()).isEqualTo(one.equals(other));
                    return other;
                });
            }
        }
        return List.copyOf(last.values());
    }
}
