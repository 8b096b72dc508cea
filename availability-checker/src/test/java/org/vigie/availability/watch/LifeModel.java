package org.vigie.availability.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens to one URL and its host, by the assumptions of the published simulations: removals, outages, passing
 * errors, and wrong 404s. Times are hours since the first check.
 */
final class LifeModel {

    static final double HORIZON = 120 * 24;

    private static final double MEAN_BETWEEN_OUTAGES = 15 * 24;
    private static final double MEAN_BETWEEN_WRONG_404S = 180 * 24;
    private static final double PASSING_ERROR = 0.002;

    private record Episode(double from, double to, boolean refusedByControl) {}

    private final Random random;
    private final double removedAt;
    private final List<Episode> outages = new ArrayList<>();
    private final List<Episode> wrong404s = new ArrayList<>();
    private final Signal end;
    private final OddDays odd;

    /** Numbers of its own: how often a life is checked changes nothing in those that come after it. */
    private LifeModel(Random seeds, double removedAt) {
        this.random = new Random(seeds.nextLong());
        this.removedAt = removedAt;
        for (double t = exponential(MEAN_BETWEEN_OUTAGES); t < HORIZON; t += exponential(MEAN_BETWEEN_OUTAGES)) {
            var end = t + outage();
            outages.add(new Episode(t, end, false));
            t = end;
        }
        for (double t = exponential(MEAN_BETWEEN_WRONG_404S); t < HORIZON; t += exponential(MEAN_BETWEEN_WRONG_404S)) {
            wrong404s.add(new Episode(t, t + wrong404(), random.nextBoolean()));
        }
        // Apart from the others' numbers, so that a life has the outages that it would have without odd days.
        var apart = new Random(
                outages.isEmpty()
                        ? 0
                        : Double.doubleToLongBits(outages.getFirst().from()));
        this.end = end(apart.nextDouble());
        this.odd = new OddDays(apart);
    }

    /** A life that never ends. */
    static LifeModel endless(Random random) {
        return new LifeModel(random, Double.MAX_VALUE);
    }

    /** A life that ends: 75 % within days, 20 % within weeks, 5 % never. */
    static LifeModel mixed(Random random) {
        var kind = random.nextDouble();
        if (kind < 0.75) {
            return new LifeModel(random, Math.exp(Math.log(20) + 1.3 * random.nextGaussian()));
        }
        return kind < 0.95
                ? new LifeModel(random, Math.exp(Math.log(14 * 24) + random.nextGaussian()))
                : endless(random);
    }

    double removedAt() {
        return removedAt;
    }

    /** What a check would find. */
    Signal at(double hours) {
        if (isIn(outages, hours) || random.nextDouble() < PASSING_ERROR) {
            return Signal.INFRA_DOWN;
        }
        if (hours >= removedAt) {
            return end;
        }
        for (var episode : wrong404s) {
            if (episode.from() <= hours && hours < episode.to()) {
                return episode.refusedByControl() ? Signal.GONE_UNCONTROLLED : Signal.GONE_404;
            }
        }
        return odd.at(hours);
    }

    /** Whether it ends as most do: not found, and what lies beside it not refused. */
    boolean endsIn404() {
        return end == Signal.GONE_404;
    }

    /** How what is removed is answered. */
    private static Signal end(double kind) {
        if (kind < 0.80) {
            return Signal.GONE_404;
        }
        if (kind < 0.86) {
            return Signal.GONE_UNCONTROLLED;
        }
        if (kind < 0.92) {
            return Signal.SOFT_GONE;
        }
        return kind < 0.96 ? Signal.SHUT : kind < 0.98 ? Signal.EMPTY : Signal.REPLACED;
    }

    private double outage() {
        var kind = random.nextDouble();
        return kind < 0.80 ? exponential(0.3) : kind < 0.97 ? exponential(4) : exponential(30);
    }

    /** Nine in ten under an hour, none over five. */
    private double wrong404() {
        return random.nextDouble() < 0.9 ? random.nextDouble() : 1 + 4 * random.nextDouble();
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    private static boolean isIn(List<Episode> episodes, double hours) {
        return episodes.stream().anyMatch(episode -> episode.from() <= hours && hours < episode.to());
    }
}
