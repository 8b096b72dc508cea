package org.vigie.availability.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.DoublePredicate;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Answer.Landing;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Probe;
import org.vigie.availability.probe.ProbeResult;
import org.vigie.url.ParseResult;
import org.vigie.url.WebUrl;

/**
 * Lives that all stay up, looked at in the order of time by the production guard, canaries, rules and schedule, while
 * something happens to many of them at once.
 */
final class EventSimulation {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int PROVIDERS = 10;
    private static final int LIVES_PER_HOST = 20;

    /**
     * What happens.
     *
     * @param ours whether our own line is down at the hour
     * @param theirs whether everything at the first provider is down at the hour
     */
    record Event(String name, int days, DoublePredicate ours, DoublePredicate theirs) {

        static Event ourLineFails() {
            return new Event("our line down for 12 hours", 10, hour -> hour >= 48 && hour < 60, _ -> false);
        }

        static Event aProviderFails() {
            return new Event("a provider down for 60 hours", 10, _ -> false, hour -> hour >= 48 && hour < 108);
        }

        private boolean spoils(int provider, double hour) {
            return ours.test(hour) || (provider == 0 && theirs.test(hour));
        }
    }

    /** What came of it: checks, checks that were laid at our own door, removals, watches in doubt at the worst. */
    record Result(int looks, int localFaults, int removals, int suspected) {}

    private record Life(Watch watch, int provider, String host) {

        private Instant due() {
            return Objects.requireNonNull(watch.due());
        }
    }

    private static final class MovedClock extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Event event;
    private final MovedClock clock = new MovedClock();
    private final MassRemovalGuard guard = new MassRemovalGuard();
    private final Canaries canaries;
    private final PriorityQueue<Life> due = new PriorityQueue<>(Comparator.comparing(Life::due));

    private EventSimulation(Event event) {
        this.event = event;
        var somebody = new Identity("first", Map.of());
        Probe line = _ -> new ProbeResult(
                event.ours().test(hour()) ? new Outcome.ConnectTimeout() : answered(200),
                null,
                0,
                null,
                Duration.ZERO,
                List.of());
        this.canaries = new Canaries(new CanaryUrls(canaryUrls()), line, new Identities(List.of(somebody)), clock);
    }

    static Result run(long seed, int lives, Event event) {
        var simulation = new EventSimulation(event);
        var random = new Random(seed);
        for (int i = 0; i < lives; i++) {
            var host = i / LIVES_PER_HOST;
            simulation.due.add(new Life(LifeSimulation.watch(random), host % PROVIDERS, "host" + host));
        }
        return simulation.run();
    }

    private Result run() {
        int looks = 0;
        int localFaults = 0;
        var suspected = new ArrayList<UUID>();
        var end = START.plus(Duration.ofDays(event.days()));
        int removals = 0;
        for (var life = due.remove(); life.due().isBefore(end); life = due.remove()) {
            clock.now = life.due();
            var result = canaries.doubt(result(life));
            looks++;
            localFaults += result.signal() == Signal.LOCAL_FAULT ? 1 : 0;
            var after = looked(life, result);
            removals += after.removals().size();
            if (after.state() instanceof WatchState.Suspect && life.watch().state() instanceof WatchState.Up) {
                suspected.add(after.caseId());
            }
            due.add(new Life(after, life.provider(), life.host()));
        }
        return new Result(looks, localFaults, removals, (int)
                suspected.stream().distinct().count());
    }

    private CheckResult result(Life life) {
        var spoilt = event.spoils(life.provider(), hour());
        Outcome outcome = spoilt ? new Outcome.ConnectTimeout() : answered(200);
        return Checks.result(SignalTable.of(outcome), clock.now, outcome, null);
    }

    private Watch looked(Life life, CheckResult result) {
        var before = life.watch();
        var bad = result.signal().meaning() == Signal.Meaning.DOWN;
        var frozen = result.signal() != Signal.LOCAL_FAULT
                && guard.isOnAfter(new MassRemovalGuard.Check(
                        clock.now,
                        before.caseId(),
                        new UUID(9, life.provider()),
                        life.host(),
                        bad,
                        bad && before.state() instanceof WatchState.Up,
                        result.signal().isAboutTheHost()));
        return before.checked(result, new Confirmation(2, 1, frozen), Checks.DATA, new CheckSchedule(Hazards.NONE));
    }

    private double hour() {
        return Duration.between(START, clock.now).toMillis() / 3_600_000.0;
    }

    private static List<WebUrl> canaryUrls() {
        return List.of("http://one.test/", "http://two.test/", "http://three.test/").stream()
                .map(text -> ((ParseResult.Parsed) WebUrl.parse(text)).url())
                .toList();
    }

    private static Outcome answered(int status) {
        return new Outcome.Answered(new Answer(
                status, false, null, null, null, null, null, null, null, Landing.SAME_PLACE, null, Set.of(), Set.of()));
    }
}
