package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.End;

/**
 * A gate is switched on for a whole host after the notice, and lifted days later: the checker could not tell meanwhile,
 * and nothing of that was a removal, so nothing came back.
 */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/gate-lifted-data",
            "vigie.clock-file=target/${test.fork:fork-1}/gate-lifted-clock"
        })
@ServiceTest
class GateLiftedTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"GATED, AGE_CHECK", "BLOCKED, BOT_CHECK", "UNVERIFIABLE, TURNED_ALIKE"})
    void liftedAgainNothingCameBack(Flag flag, String because) {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/g", someHash()));
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        var seenAt = world.now().toEpochMilli();
        assertThat(mail.to(host.mailbox())).hasSize(1);

        for (int day = 0; day < 3; day++) {
            world.pass(Duration.ofDays(1));
            check(caseId, List.of(flag), seenAt, because);
        }
        world.pass(Duration.ofDays(1));
        check(caseId, List.of(), world.now().toEpochMilli(), null);
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);

        assertThat(world.last(Topics.CASES, caseId, CaseSnapshot.class).cycle())
                .as("cycle")
                .isEqualTo(1);
        assertThat(world.all(Topics.CASES, CaseSnapshot.class, caseId))
                .extracting(CaseSnapshot::cycle)
                .containsOnly(1);
        assertThat(targetings(caseId))
                .isNotEmpty()
                .allSatisfy(targeting -> assertThat(targeting.end()).isEqualTo(End.OPEN));
        assertThat(world.story(caseId).get("timeline").toString()).doesNotContain("STAYDOWN", "REAPPEARED");
    }

    private List<TargetingSnapshot> targetings(UUID caseId) {
        return world.every(Topics.TARGETINGS, TargetingSnapshot.class).stream()
                .filter(targeting -> targeting.caseId().equals(caseId))
                .toList();
    }

    /** What the checker publishes of it: last seen then, and why it cannot tell since. */
    private void check(UUID caseId, List<Flag> flags, long seenAt, @Nullable String because) {
        var checked = world.lookAt(caseId, Presence.REACHABLE, flags);
        world.send(
                Topics.AVAILABILITY,
                caseId,
                new AvailabilitySnapshot(
                        caseId,
                        checked.version(),
                        checked.presence(),
                        flags,
                        seenAt,
                        null,
                        null,
                        null,
                        false,
                        checked.lastCheckedAt(),
                        0,
                        List.of(),
                        List.of(),
                        because));
    }
}
