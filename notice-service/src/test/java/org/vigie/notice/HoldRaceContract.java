package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.notice.Notices;
import org.vigie.notice.removal.DecideCase;
import org.vigie.notice.removal.FollowCase;
import org.vigie.notice.removal.Hold;
import org.vigie.notice.removal.Withdrawal;
import org.vigie.notice.removal.Withdrawal.Answer;

/**
 * A hold placed at the moment at which the notice leaves: either it never leaves, or whoever placed the hold is told
 * that it left, or may have.
 */
abstract class HoldRaceContract {

    private static final int AT_ONCE = 25;

    /** More with {@code -Dvigie.races=1000}. */
    private static final int RACES = Integer.getInteger("vigie.races", 100);

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @Autowired
    private FollowCase follow;

    @Autowired
    private Notices notices;

    @Autowired
    private DecideCase decide;

    private record Race(UUID caseId, TestWorld.Provider provider) {}

    private record Told(Race race, List<Withdrawal> answers) {}

    /** A case whose first notice waits for others. */
    private Race ready() {
        var provider = TestWorld.untold(Role.HOST, "race", "NL");
        follow.taught(TestWorld.snapshotOf(provider));
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/race", someHash()));
        follow.resolved(world.chainOf(caseId, provider));
        follow.looked(world.lookAt(caseId, Presence.REACHABLE, List.of()));
        return new Race(caseId, provider);
    }

    @Test
    void aHoldPreventsTheNoticeOrIsToldThatItLeft(TestReporter reporter) throws Exception {
        var answers = new HashMap<String, Integer>();
        for (int begun = 0; begun < RACES; begun += AT_ONCE) {
            for (var told : race(begun)) {
                answers.merge(checked(told), 1, Integer::sum);
            }
        }
        reporter.publishEntry("%d races".formatted(RACES), answers.toString());
        assertThat(answers.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(RACES);
    }

    private List<Told> race(int serial) throws Exception {
        var races = new ArrayList<Race>();
        for (int i = 0; i < AT_ONCE; i++) {
            races.add(ready());
        }
        world.settle();
        var random = new Random(serial);
        var begin = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var leaves = threads.submit(() -> {
                begin.await(10, TimeUnit.SECONDS);
                world.moveOn(Duration.ofSeconds(3));
                return true;
            });
            Callable<List<Told>> hold = () -> {
                begin.await(10, TimeUnit.SECONDS);
                LockSupport.parkNanos(random.nextInt(20_000_000));
                var told = new ArrayList<Told>();
                for (var race : races) {
                    if (random.nextInt(4) > 0) {
                        untilWritten(race.caseId());
                        LockSupport.parkNanos(random.nextInt(4_000_000));
                    }
                    told.add(new Told(race, decide.hold(race.caseId(), null, hold(race.caseId()))));
                }
                return told;
            };
            var held = threads.submit(hold);
            leaves.get(30, TimeUnit.SECONDS);
            var told = held.get(30, TimeUnit.SECONDS);
            world.pass(Duration.ofMinutes(30));
            return told;
        }
    }

    /** Most holds come when the notice is there already and may be anywhere between its claim and its hand-over. */
    private void untilWritten(UUID caseId) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(20))
                .until(() -> !notices.naming(caseId).isEmpty());
    }

    /** What was answered, after it was compared with what arrived. */
    private String checked(Told told) {
        var arrived = mail.to(told.race().provider().mailbox()).size();
        var accepted = world.story(told.race().caseId()).get("story").toString().contains("NOTICE_ACCEPTED");
        assertThat(accepted).as("what arrived is told in the story").isEqualTo(arrived > 0);
        assertThat(told.answers()).as("one notice, one answer").hasSizeLessThan(2);
        if (told.answers().isEmpty()) {
            assertThat(arrived).as("no notice was there, so none arrives").isZero();
            return "not written yet";
        }
        var answer = told.answers().getFirst().answer();
        switch (answer) {
            case PREVENTED -> assertThat(arrived).as("prevented").isZero();
            case LEFT -> assertThat(arrived).as("left").isEqualTo(1);
            case UNCERTAIN ->
                assertThat(arrived).as("may have left, never twice").isLessThan(2);
        }
        return answer == Answer.UNCERTAIN ? "uncertain, arrived " + arrived : answer.name();
    }

    private Hold hold(UUID caseId) {
        var now = world.now();
        return new Hold(caseId, "police", "investigation", now, now.plus(Duration.ofDays(365)), false);
    }
}
