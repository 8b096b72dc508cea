package org.vigie.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.standalone.demo.Director.Stuck;
import org.vigie.support.time.SandboxClock;

class DirectorTests {

    private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(1));

    @TempDir
    Path directory;

    private SandboxClock clock;
    private final List<Instant> done = new ArrayList<>();

    @BeforeEach
    void makeClock() {
        clock = new SandboxClock(directory.resolve("clock"));
        clock.moveTo(START);
    }

    @Test
    void stopsAtEveryDueInstantOfEverybodyAndAtTheEnd() {
        var one = worker(hour(3), hour(1));
        var other = worker(hour(2));

        director(DirectorTests::allRead, one, other).playUntil(END, () -> {});

        assertThat(done).containsExactly(hour(1), hour(2), hour(3));
        assertThat(clock.instant()).isEqualTo(END);
    }

    @Test
    void leavesAloneWhatIsDueAfterTheEnd() {
        director(DirectorTests::allRead, worker(END.plusSeconds(1))).playUntil(END, () -> {});

        assertThat(done).isEmpty();
        assertThat(clock.instant()).isEqualTo(END);
    }

    @Test
    void waitsForReadersWhoAreBehind() {
        var looks = new AtomicInteger();
        BooleanSupplier behindAtFirst = () -> looks.incrementAndGet() > 5;

        director(behindAtFirst, worker(hour(1))).playUntil(END, () -> {});

        assertThat(looks).hasValueGreaterThan(5);
        assertThat(done).containsExactly(hour(1));
    }

    @Test
    void doesNotMoveWhileSomethingBeganBetweenTheTwoLooks() {
        var hidden = new FakeWork(clock, done::add);
        var moved = new ArrayList<Instant>();
        // Between the looks a piece of work begins and ends: idle both times, and yet something was in flight.
        var rounds = new AtomicInteger();
        BooleanSupplier beginsAndEnds = () -> {
            if (rounds.incrementAndGet() <= 3) {
                hidden.begin();
                hidden.end();
                hidden.schedule(hour(rounds.get()));
            }
            return true;
        };
        Supplier<Look> look = () -> {
            hidden.doWhatIsDue();
            return Look.at(hidden);
        };

        new Director(List.of(clock), List.of(look), beginsAndEnds).playUntil(END, () -> moved.add(clock.instant()));

        assertThat(moved).containsExactly(hour(1), hour(2), hour(3), END);
    }

    @Test
    void saysSoWhenSomethingNeverEnds() {
        var busy = new FakeWork(clock, done::add);
        busy.begin();

        assertThatThrownBy(() -> new Director(
                                List.of(clock),
                                List.of(() -> Look.at(busy)),
                                DirectorTests::allRead,
                                Duration.ofMillis(20))
                        .playUntil(END, () -> {}))
                .isInstanceOf(Stuck.class)
                .hasMessageContaining(START.toString());
        assertThat(clock.instant()).isEqualTo(START);
    }

    private FakeWork worker(Instant... due) {
        var work = new FakeWork(clock, done::add);
        for (var at : due) {
            work.schedule(at);
        }
        return work;
    }

    private static boolean allRead() {
        return true;
    }

    private Director director(BooleanSupplier allRead, FakeWork... workers) {
        var looks = new ArrayList<Supplier<Look>>();
        for (var worker : workers) {
            looks.add(() -> {
                var before = Look.at(worker);
                worker.doWhatIsDue();
                return before;
            });
        }
        return new Director(List.of(clock), looks, allRead);
    }

    private static Instant hour(long n) {
        return START.plus(Duration.ofHours(n));
    }
}
