package org.vigie.availability.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.vigie.availability.probe.Answer.Landing;
import org.vigie.events.Locator;
import org.vigie.events.ProbeRule;
import org.vigie.events.SealedUrl;

/**
 * Runs the production watch, schedule and rules through simulated lives and counts what they get wrong. Its
 * {@code main} prints the table of docs/availability.md.
 */
public final class LifeSimulation {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration WATCHED = Duration.ofDays(90);
    static final RemovalRule[] NOT_FOUND = {RemovalRule.GONE_410, RemovalRule.GONE_404, RemovalRule.GONE_UNCONTROLLED};
    static final RemovalRule[] OTHERS = {
        RemovalRule.SOFT_GONE, RemovalRule.SHUT, RemovalRule.NAME_GONE, RemovalRule.WITNESSED, RemovalRule.EXPIRED
    };

    /** False removals of lives that never end, by the rule that confirmed them. */
    record Falsehoods(int lives, Map<RemovalRule, Integer> removals) {

        int of(RemovalRule... rules) {
            int sum = 0;
            for (var rule : rules) {
                sum += removals.getOrDefault(rule, 0);
            }
            return sum;
        }

        /** Upper end of the 95 % interval of the share (Wilson). */
        double upper(RemovalRule... rules) {
            var z = 1.959964;
            var n = (double) lives;
            var p = of(rules) / n;
            var centre = p + z * z / (2 * n);
            var margin = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
            return (centre + margin) / (1 + z * z / n);
        }
    }

    /**
     * What watching cost and how late it saw removals.
     *
     * @param regular checks per life that the schedule planned while nothing was in doubt
     * @param confirming checks per life of runs
     * @param controls questions per life beside the URL itself
     * @param meanDelay from the removal to the first failed check, in hours
     * @param median404 from the removal to when a 404 is confirmed, in hours
     */
    record Cost(
            double regular, double confirming, double controls, double meanDelay, double p95Delay, double median404) {}

    private LifeSimulation() {}

    /** Prints the table; arguments: seed, number of lives. */
    static void main(String[] arguments) {
        var seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 20260105L;
        var lives = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        System.out.println(table(seed, lives));
    }

    static String table(long seed, int lives) {
        var falsehoods = falsehoods(seed, lives);
        var learned = learned(seed + 1, 4_000);
        return """
                seed %d, %d lives

                | false removals of URLs that stayed up 90 days | count | share, upper 95 %% |
                |---|---:|---:|
                | 404 and 410 | %d | %s |
                | outage classes | %d | %s |
                | all others | %d | %s |

                | schedule, 120 days of the removal mix | regular checks per URL | confirming checks | controls | mean delay h | p95 h | 404 confirmed, median h |
                |---|---:|---:|---:|---:|---:|---:|
                %s
                %s

                | many at once, URLs that stay up | checks | attributed to our side | in doubt | called removed |
                |---|---:|---:|---:|---:|
                %s
                %s
                """.formatted(
                        seed,
                        lives,
                        falsehoods.of(NOT_FOUND),
                        percent(falsehoods.upper(NOT_FOUND)),
                        falsehoods.of(RemovalRule.OUTAGE),
                        percent(falsehoods.upper(RemovalRule.OUTAGE)),
                        falsehoods.of(OTHERS),
                        percent(falsehoods.upper(OTHERS)),
                        row("no history, 0.8·√age", cost(seed + 2, lives, Hazards.NONE)),
                        row("learned hazard", cost(seed + 2, lives, learned)),
                        row(EventSimulation.Event.ourLineFails(), seed + 3, lives),
                        row(EventSimulation.Event.aProviderFails(), seed + 4, lives));
    }

    static Falsehoods falsehoods(long seed, int lives) {
        var removals = new EnumMap<RemovalRule, Integer>(RemovalRule.class);
        var random = new Random(seed);
        for (int i = 0; i < lives; i++) {
            var life = LifeModel.endless(random);
            var watch = watch(random);
            var end = START.plus(WATCHED);
            for (var at = START;
                    at != null && at.isBefore(end) && watch.removals().isEmpty();
                    at = watch.due()) {
                watch = look(watch, life, at, Hazards.NONE);
            }
            watch.removals().forEach(removal -> removals.merge(removal.rule(), 1, Integer::sum));
        }
        return new Falsehoods(lives, removals);
    }

    /** What the watches over other lives teach, as the service learns from its own store. */
    static Hazards learned(long seed, int lives) {
        var random = new Random(seed);
        var lesson = new Hazards.Lesson();
        for (int i = 0; i < lives; i++) {
            var life = LifeModel.mixed(random);
            var watch = watch(random);
            var end = START.plus(hours(LifeModel.HORIZON));
            for (var at = START;
                    at != null && at.isBefore(end) && watch.removals().isEmpty();
                    at = watch.due()) {
                watch = look(watch, life, at, Hazards.NONE);
            }
            MemoryWatches.lives(watch).forEach(lesson::add);
        }
        return lesson.learned();
    }

    static Cost cost(long seed, int lives, Hazards hazards) {
        var random = new Random(seed);
        var delays = new ArrayList<Double>();
        var confirmed404s = new ArrayList<Double>();
        long regular = 0;
        long confirming = 0;
        long controls = 0;
        for (int i = 0; i < lives; i++) {
            var life = LifeModel.mixed(random);
            var watch = watch(random);
            var end = START.plus(hours(LifeModel.HORIZON));
            for (var at = START;
                    at != null && at.isBefore(end) && watch.removals().isEmpty();
                    at = watch.due()) {
                if (watch.state() instanceof WatchState.Suspect) {
                    confirming++;
                } else {
                    regular++;
                }
                var before = watch;
                watch = look(before, life, at, hazards);
                controls += controls(before, watch);
            }
            for (var removal : watch.removals()) {
                delays.add(hoursSinceStart(removal.firstDownAt()) - life.removedAt());
                if (life.endsIn404() && removal.rule() == RemovalRule.GONE_404) {
                    confirmed404s.add(hoursSinceStart(removal.confirmedAt()) - life.removedAt());
                }
            }
        }
        confirmed404s.sort(null);
        return cost(lives, regular, confirming, controls, delays, confirmed404s.get(confirmed404s.size() / 2));
    }

    /**
     * As {@link Assessment} asks them, of content that its ETag, or length and date, tell: a sibling at every answer
     * but the very one that there was, the root when it is remembered or doubted; neither amid a streak of 404.
     */
    private static int controls(Watch before, Watch after) {
        var look = after.history().recent().getLast();
        return switch (look.signal()) {
            case GONE_404 -> before.prior(look.at()).isAmidNotFound() ? 0 : 2;
            case REACHABLE -> isSettled(before) ? 0 : before.prior(START).isAllAnew() ? 2 : 1;
            case GONE_UNCONTROLLED, SOFT_GONE, REPLACED, TURNED_ALIKE -> 2;
            case EMPTY, SHUT, BLOCKED, AGE_CHECK, CHANGED -> 1;
            default -> 0;
        };
    }

    private static Cost cost(
            int lives, long regular, long confirming, long controls, List<Double> delays, double median404) {
        // An outage that ends in the removal itself was noticed before it.
        var late = delays.stream().map(delay -> Math.max(0, delay)).sorted().toList();
        return new Cost(
                (double) regular / lives,
                (double) confirming / lives,
                (double) controls / lives,
                late.stream().mapToDouble(Double::doubleValue).average().orElse(0),
                late.get((int) (0.95 * late.size())),
                median404);
    }

    private static Watch look(Watch watch, LifeModel life, Instant at, Hazards hazards) {
        var found = life.at(hoursSinceStart(at));
        var signal = found == Signal.GONE_UNCONTROLLED && watch.prior(at).isAmidNotFound() ? Signal.GONE_404 : found;
        var baseline = signal == Signal.REACHABLE ? baseline(watch) : null;
        return watch.checked(
                Checks.result(signal, at, baseline), Checks.NEEDED, Checks.DATA, new CheckSchedule(hazards));
    }

    private static boolean isSettled(Watch watch) {
        return watch.prior(START).isSettled();
    }

    private static Baseline baseline(Watch watch) {
        var picture = new Fingerprint(200, Landing.SAME_PLACE, "image/jpeg", "0001", "0001", "0001", null, null);
        var nothing = new Fingerprint(404, Landing.SAME_PLACE, "text/html", "0002", null, null, null, null);
        var before = watch.history().baseline();
        return new Baseline(picture, true, before == null ? 1 : before.looks() + 1, nothing, 200, "0003");
    }

    static Watch watch(Random random) {
        var caseId = new UUID(random.nextLong(), random.nextLong());
        return Watch.over(caseId, 0)
                .assigned(new Assignment(1, true, Locator.MEDIA, ProbeRule.ANY, null, null, null), 0, START)
                .placed(new Place(1, new SealedUrl("location-1", ""), null), 0, START);
    }

    private static double hoursSinceStart(Instant at) {
        return Duration.between(START, at).toMillis() / 3_600_000.0;
    }

    private static Duration hours(double hours) {
        return Duration.ofMillis((long) (hours * 3_600_000));
    }

    private static String row(String name, Cost cost) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |",
                name,
                cost.regular(),
                cost.confirming(),
                cost.controls(),
                cost.meanDelay(),
                cost.p95Delay(),
                cost.median404());
    }

    private static String row(EventSimulation.Event event, long seed, int lives) {
        var result = EventSimulation.run(seed, lives, event);
        return "| %s | %d | %d | %d | %d |"
                .formatted(event.name(), result.looks(), result.localFaults(), result.suspected(), result.removals());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.3f %%", 100 * share);
    }
}
