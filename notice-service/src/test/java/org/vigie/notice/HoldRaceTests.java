package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.SlowRelay.End;
import org.vigie.notice.SlowRelay.Manner;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.NoticeState;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.escalation.FollowCase;
import org.vigie.notice.oversight.DecideCase;
import org.vigie.notice.oversight.Withdrawal;
import org.vigie.notice.oversight.Withdrawal.Answer;
import org.vigie.notice.removal.Hold;
import org.vigie.testing.InProcessInfrastructure;

/**
 * A hold placed in the second in which the notice leaves by mail: either it never leaves, or whoever placed the hold is
 * told that it left, or may have. The relay takes its time and one time in five breaks off, before it has the message,
 * with it, or after it forgot it. {@code -Dvigie.races=1000} through {@code -Dtest.jvm} makes it long.
 */
@InProcessInfrastructure
@SpringBootTest(
        classes = NoticeServiceApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=notice-service",
            "vigie.data=target/${test.fork:fork-1}/notice-data-races",
            "vigie.clock-file=target/${test.fork:fork-1}/notice-clock-races",
            "vigie.api-token=secret",
            "vigie.sender=Hotline <notices@hotline.example>",
            "vigie.events.partitions=1",
            // Another context has the topics; everything is told to this one directly.
            "spring.kafka.listener.auto-startup=false"
        })
@Import(TestWorld.class)
class HoldRaceTests {

    private static final int AT_ONCE = 25;
    private static final int RACES = Integer.getInteger("vigie.races", 100);

    private static final List<End> BREAKS =
            List.of(End.BREAKS_OFF_BEFORE, End.BREAKS_OFF_AFTER, End.BREAKS_OFF_AND_FORGETS);

    private static final SlowRelay RELAY = relay();

    @Autowired
    private TestWorld world;

    @Autowired
    private FollowCase follow;

    @Autowired
    private Notices notices;

    @Autowired
    private DecideCase decide;

    private record Told(UUID caseId, List<Withdrawal> answers) {}

    private static SlowRelay relay() {
        try {
            return new SlowRelay(HoldRaceTests::manner);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Manner manner() {
        var random = ThreadLocalRandom.current();
        var end = random.nextInt(5) > 0 ? End.ANSWERS : BREAKS.get(random.nextInt(BREAKS.size()));
        return new Manner(end, random.nextLong(15_000_000));
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        registry.add("vigie.smtp", () -> "127.0.0.1:" + RELAY.port());
    }

    @Test
    void aHoldPreventsTheNoticeOrIsToldThatItLeft() throws Exception {
        var answers = new EnumMap<Answer, Integer>(Answer.class);
        var broken = 0;
        var unwritten = 0;
        for (int begun = 0; begun < RACES; begun += AT_ONCE) {
            for (var told : race(begun)) {
                if (told.answers().isEmpty()) {
                    unwritten++;
                    // One that was being composed meanwhile is withdrawn by its sender.
                    assertThat(notices.naming(told.caseId()))
                            .as("no notice follows")
                            .allSatisfy(notice -> {
                                assertThat(notice.state()).isInstanceOf(NoticeState.Withdrawn.class);
                                assertThat(RELAY.copies(notice.reference().toString()))
                                        .isEmpty();
                            });
                } else {
                    broken += agrees(told) ? 0 : 1;
                    answers.merge(told.answers().getFirst().answer(), 1, Integer::sum);
                }
            }
        }
        System.out.printf("races=%d answers=%s broken_off=%d not_written_yet=%d%n", RACES, answers, broken, unwritten);
        assertThat(answers).containsOnlyKeys(Answer.values());
        assertThat(answers.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(RACES - unwritten);
    }

    /** A case whose first notice waits for others. */
    private UUID ready() {
        var provider = TestWorld.untold(Role.HOST, "race", "NL");
        follow.taught(TestWorld.snapshotOf(provider));
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/race", someHash()));
        follow.resolved(world.chainOf(caseId, provider));
        follow.looked(world.lookAt(caseId, Presence.REACHABLE, List.of()));
        return caseId;
    }

    private List<Told> race(int serial) throws Exception {
        var cases = new ArrayList<UUID>();
        for (int i = 0; i < AT_ONCE; i++) {
            cases.add(ready());
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
                var told = new ArrayList<Told>();
                for (var caseId : cases) {
                    waitSome(random, caseId);
                    told.add(new Told(caseId, decide.hold(caseId, _ -> true, hold(caseId))));
                }
                return told;
            };
            var held = threads.submit(hold);
            leaves.get(30, TimeUnit.SECONDS);
            var told = held.get(60, TimeUnit.SECONDS);
            world.pass(Duration.ofMinutes(30));
            return told;
        }
    }

    /** Most holds come when the notice is there already, and may be anywhere between its claim and the answer. */
    private void waitSome(Random random, UUID caseId) {
        switch (random.nextInt(8)) {
            case 0 -> LockSupport.parkNanos(random.nextInt(4_000_000));
            case 1, 2 -> {
                until(caseId, _ -> true);
                LockSupport.parkNanos(random.nextInt(4_000_000));
            }
            default -> {
                until(caseId, notice -> !(notice.state() instanceof NoticeState.Pending));
                LockSupport.parkNanos(random.nextInt(20_000_000));
            }
        }
    }

    /** What the relay broke off waits for later, and so may others: none is waited for long. */
    private void until(UUID caseId, Predicate<Notice> there) {
        var enough = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        while (System.nanoTime() < enough && notices.naming(caseId).stream().noneMatch(there)) {
            LockSupport.parkNanos(500_000);
        }
    }

    /** Compares what was answered with what arrived, and says whether the relay was heard to the end. */
    private boolean agrees(Told told) {
        assertThat(told.answers()).as("one notice, one answer").hasSize(1);
        var said = told.answers().getFirst();
        var arrived = RELAY.copies(said.reference()).size();
        var answered = RELAY.answered(said.reference());
        var state = notices.find(said.noticeId()).orElseThrow().state();
        switch (said.answer()) {
            case PREVENTED -> {
                assertThat(arrived).as("prevented").isZero();
                assertThat(state).isInstanceOf(NoticeState.Withdrawn.class);
            }
            case LEFT -> {
                assertThat(arrived).as("left").isEqualTo(1);
                assertThat(answered).as("left").isTrue();
            }
            case UNCERTAIN ->
                assertThat(arrived).as("may have left, never twice").isLessThan(2);
        }
        var accepted = world.story(told.caseId()).get("timeline").toString().contains("NOTICE_ACCEPTED");
        assertThat(accepted).as("an answer stands in the timeline").isEqualTo(answered);
        assertThat(state instanceof NoticeState.Sent).as("sent").isEqualTo(answered);
        if (said.answer() == Answer.UNCERTAIN && !answered) {
            assertThat(state).as("never sent again").isInstanceOf(NoticeState.Unresolved.class);
        }
        return answered || said.answer() == Answer.PREVENTED;
    }

    private Hold hold(UUID caseId) {
        var now = world.now();
        return new Hold(
                caseId, Hold.Kind.STOP, "police", "investigation", now, now.plus(Duration.ofDays(365)), false, "one");
    }
}
