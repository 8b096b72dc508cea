package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Answer.Landing;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.ProbeResult;
import org.vigie.availability.watch.HostPacing.Enter;
import org.vigie.availability.watch.HostPacing.Wait;

class HostPacingTests {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final String HOST = "example.test";
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    private final HostPacing pacing = new HostPacing(new Pace(50));

    @BeforeEach
    void threeAreExpected() {
        pacing.expect(HOST, A, false, NOW);
        pacing.expect(HOST, B, false, NOW);
        pacing.expect(HOST, C, false, NOW);
    }

    @Test
    void letsOneInAtATimeInTheOrderOfTheirIds() {
        assertThat(pacing.enter(HOST, C, false, NOW)).isEqualTo(new Wait(seconds(4)));
        assertThat(pacing.enter(HOST, B, false, NOW)).isEqualTo(new Wait(seconds(2)));
        assertThat(pacing.enter(HOST, A, false, NOW)).isEqualTo(new Enter());
    }

    @Test
    void givesTheSameTurnsAfterTheFirstHasLeft() {
        pacing.enter(HOST, A, false, NOW);
        pacing.leave(HOST, NOW, Duration.ZERO, result(Signal.REACHABLE, null, null));

        assertThat(pacing.enter(HOST, B, false, NOW)).isEqualTo(new Wait(seconds(2)));
        assertThat(pacing.enter(HOST, C, false, NOW)).isEqualTo(new Wait(seconds(4)));
        assertThat(pacing.enter(HOST, B, false, seconds(2))).isEqualTo(new Enter());
    }

    @Test
    void doesNotHoldOneHostsTroublesAgainstAnother() {
        pacing.enter(HOST, A, false, NOW);

        assertThat(pacing.enter("other.test", B, false, NOW)).isEqualTo(new Enter());
    }

    @Test
    void pausesFiveTimesAsLongAsALookTookWithinBounds() {
        assertThat(pauseAfter(Duration.ofMillis(10), Signal.REACHABLE, null)).isEqualTo(Duration.ofSeconds(2));
        assertThat(pauseAfter(Duration.ofSeconds(3), Signal.REACHABLE, null)).isEqualTo(Duration.ofSeconds(15));
        assertThat(pauseAfter(Duration.ofSeconds(30), Signal.REACHABLE, null)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void doesAsItIsAskedWhenTurnedAwayAndElseBacksOffLongerEachTime() {
        assertThat(pauseAfter(Duration.ZERO, Signal.BLOCKED, Duration.ofHours(2)))
                .isEqualTo(Duration.ofHours(2));
        assertThat(pauseAfter(Duration.ZERO, Signal.BLOCKED, null)).isEqualTo(Duration.ofMinutes(2));
        assertThat(pauseAfter(Duration.ZERO, Signal.BLOCKED, null)).isEqualTo(Duration.ofMinutes(4));
        for (int i = 0; i < 30; i++) {
            pauseAfter(Duration.ZERO, Signal.BLOCKED, null);
        }
        assertThat(pauseAfter(Duration.ZERO, Signal.BLOCKED, null)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void leavesAHostAloneThatFailedFiveTimes() {
        for (int i = 0; i < 4; i++) {
            assertThat(pauseAfter(Duration.ZERO, Signal.INFRA_DOWN, null)).isEqualTo(Duration.ofSeconds(2));
        }
        assertThat(pauseAfter(Duration.ZERO, Signal.INFRA_DOWN, null)).isEqualTo(Duration.ofMinutes(1));
        assertThat(pauseAfter(Duration.ZERO, Signal.INFRA_DOWN, null)).isEqualTo(Duration.ofMinutes(2));
        assertThat(pauseAfter(Duration.ZERO, Signal.REACHABLE, null)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void letsFourInAtAnAddressHoweverManyHostsAreThere() {
        var address = InetAddress.ofLiteral("127.9.0.1");
        for (int host = 0; host < 6; host++) {
            pacing.enter("host" + host, id(host), false, NOW);
            pacing.leave("host" + host, NOW, Duration.ZERO, result(Signal.REACHABLE, null, address));
        }
        var later = seconds(60);

        for (int host = 0; host < 4; host++) {
            assertThat(pacing.enter("host" + host, id(host), false, later)).isEqualTo(new Enter());
        }
        assertThat(pacing.enter("host4", id(4), false, later)).isEqualTo(new Wait(seconds(62)));
        pacing.leave("host0", later, Duration.ZERO, result(Signal.REACHABLE, null, address));
        assertThat(pacing.enter("host4", id(4), false, later)).isEqualTo(new Enter());
        assertThat(pacing.enter("host5", id(5), false, later)).isEqualTo(new Wait(seconds(62)));
    }

    @Test
    void aHostWithThousandsOfUrlsHoldsUpNobodyElse() {
        for (int number = 0; number < 5_000; number++) {
            pacing.expect("giant.test", id(number), false, NOW);
        }
        var entered = 0;
        for (int number = 0; number < 5_000; number++) {
            entered += pacing.enter("giant.test", id(number), false, NOW) instanceof Enter ? 1 : 0;
        }

        assertThat(entered).isEqualTo(1);
        assertThat(pacing.enter("small.test", id(6_000), false, NOW)).isEqualTo(new Enter());
    }

    @Test
    void looksThatSomebodyWaitsForHaveTheirTurnsFirst() {
        pacing.expect(HOST, C, true, NOW);

        assertThat(pacing.enter(HOST, A, false, NOW)).isEqualTo(new Wait(seconds(2)));
        assertThat(pacing.enter(HOST, C, true, NOW)).isEqualTo(new Enter());
    }

    /** Wishes come again as soon as they are met: with turns by id those of high ids never came. */
    @Test
    void theOldestWishHasItsTurnFirstWhateverItsId() {
        var slow = Duration.ofMinutes(10);
        var made = new HashMap<UUID, Integer>();
        var cases = IntStream.range(0, 40).mapToObj(HostPacingTests::id).toList();
        cases.forEach(one -> pacing.expect("slow.test", one, true, NOW));
        var now = NOW;
        for (var look = 0; look < 400; look++) {
            now = now.plus(slow);
            UUID entered = null;
            for (var one : cases) {
                switch (pacing.enter("slow.test", one, true, now)) {
                    case Enter _ -> entered = one;
                    case Wait(var until) -> pacing.askLater("slow.test", one, true, until);
                }
            }
            Objects.requireNonNull(entered, "one case enters");
            now = now.plus(slow);
            pacing.leave("slow.test", now, slow, result(Signal.REACHABLE, null, null));
            made.merge(entered, 1, Integer::sum);
            pacing.expect("slow.test", entered, true, now);
        }

        assertThat(made.values())
                .hasSize(40)
                .allSatisfy(times -> assertThat(times).isEqualTo(10));
    }

    @Test
    void aWishThatIsMadeAgainIsAsOldAsItWas() {
        pacing.expect("a.test", C, true, NOW);
        pacing.expect("a.test", A, true, seconds(1));
        pacing.expect("a.test", C, true, seconds(2));

        assertThat(pacing.enter("a.test", A, true, seconds(3))).isInstanceOf(Wait.class);
        assertThat(pacing.enter("a.test", C, true, seconds(3))).isEqualTo(new Enter());
    }

    @Test
    void whatWasPutOffToAnotherDayHoldsUpNobodyOnTheFirst() {
        pacing.expect("a.test", A, false, NOW);
        pacing.expect("a.test", A, false, seconds(3600));

        assertThat(pacing.enter("a.test", B, false, seconds(1))).isEqualTo(new Enter());
    }

    @Test
    void row60SpreadsWhatIsOverdueAfterADowntime() {
        var unhurried = new HostPacing(new Pace(2));
        var waits = new ArrayList<Instant>();
        for (int host = 0; host < 100; host++) {
            unhurried.expect("host" + host, id(host), false, NOW);
            if (unhurried.enter("host" + host, id(host), false, NOW) instanceof Wait(var until)) {
                waits.add(until);
            }
        }

        assertThat(waits)
                .as("twenty begin at once, ten seconds' worth")
                .hasSize(79)
                .isSorted();
        assertThat(Duration.between(NOW, waits.getLast())).isBetween(Duration.ofSeconds(39), Duration.ofSeconds(40));
        assertThat(unhurried.enter("host99", id(99), false, waits.getLast()))
                .as("who waited for a turn has it")
                .isEqualTo(new Enter());
        assertThat(unhurried.enter("host98", id(98), true, NOW))
                .as("what somebody waits for does not wait")
                .isEqualTo(new Enter());
    }

    @Test
    void row60AClockThatWentBackADayHoldsUpNoHost() {
        pacing.enter(HOST, A, false, NOW.plus(Duration.ofDays(1)));
        pacing.leave(HOST, NOW.plus(Duration.ofDays(1)), Duration.ZERO, result(Signal.REACHABLE, null, null));

        assertThat(pacing.enter(HOST, B, false, NOW)).isEqualTo(new Wait(seconds(2)));
    }

    private static CheckResult result(Signal signal, @Nullable Duration retryAfter, @Nullable InetAddress address) {
        var answer = new Answer(
                200,
                true,
                null,
                null,
                null,
                null,
                retryAfter,
                null,
                null,
                Landing.SAME_PLACE,
                null,
                Set.of(),
                Set.of());
        var first = new ProbeResult(new Outcome.Answered(answer), null, 1, address, Duration.ZERO, List.of());
        return new CheckResult(NOW, signal, false, null, first, Set.of(), List.of());
    }

    private static UUID id(int number) {
        return new UUID(7, number);
    }

    private Duration pauseAfter(Duration took, Signal signal, @Nullable Duration retryAfter) {
        pacing.leave(HOST, NOW, took, result(signal, retryAfter, null));
        pacing.forget(A);
        pacing.forget(B);
        var wait = (Wait) pacing.enter(HOST, C, false, NOW);
        return Duration.between(NOW, wait.until());
    }

    private static Instant seconds(int seconds) {
        return NOW.plusSeconds(seconds);
    }
}
