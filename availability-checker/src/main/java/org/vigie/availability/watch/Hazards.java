package org.vigie.availability.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How likely a removal is in the next hour, by host provider and age, learned from lives that were watched. A provider
 * with few of them is drawn towards all (shrinkage). Immutable.
 */
public final class Hazards {

    /** Upper ends of the ages that are told apart, in hours. */
    private static final double[] AGES = {1, 2, 4, 8, 16, 24, 48, 96, 7 * 24, 14 * 24, 28 * 24, 56 * 24, 120 * 24};

    private static final double PRIOR_HOURS = 200;
    /** Below this many removals in all the ages' differences are noise. */
    private static final int LEAST_REMOVALS = 100;

    /** Nothing is known yet. */
    static final Hazards NONE = new Hazards(new Counts(), Map.of());

    /**
     * A URL's life as it was watched.
     *
     * @param provider who hosts it, absent if unknown
     * @param watched how long it was seen up, to the middle of the interval in which it was removed, or to the last
     *     check that found it
     * @param removed whether it ended in a removal
     */
    public record Life(@Nullable UUID provider, Duration watched, boolean removed) {

        /** The lives that a watch saw: one for every time its content was up. What was never seen had none. */
        public static List<Life> of(
                @Nullable UUID provider, @Nullable Instant started, List<Removal> ended, WatchState state) {
            var lives = new ArrayList<Life>();
            var since = started;
            for (var removal : ended) {
                var lastUp = removal.lastUpAt();
                if (since != null && lastUp != null) {
                    lives.add(new Life(provider, between(since, middle(lastUp, removal.firstDownAt())), true));
                }
                since = removal.reappearedAt();
            }
            var up = state instanceof WatchState.Suspect(var before, var _) ? before : state;
            if (up instanceof WatchState.Up(var seen, var last, var _)) {
                lives.add(new Life(provider, between(seen, last), false));
            }
            return lives;
        }

        /** Where in the interval it happened nobody knows; its end would make removals look later than they are. */
        private static Instant middle(Instant from, Instant to) {
            return from.plus(between(from, to).dividedBy(2));
        }

        private static Duration between(Instant from, Instant to) {
            return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
        }
    }

    /** Takes lives one by one: there may be more than memory holds. */
    static final class Lesson {
        private final Counts all = new Counts();
        private final Map<UUID, Counts> byProvider = new HashMap<>();

        void add(Life life) {
            all.add(life);
            var provider = life.provider();
            if (provider != null) {
                byProvider.computeIfAbsent(provider, _ -> new Counts()).add(life);
            }
        }

        /** What was learned; ends the lesson. */
        Hazards learned() {
            return new Hazards(all, byProvider);
        }
    }

    private static final class Counts {
        private final double[] hours = new double[AGES.length];
        private final int[] removals = new int[AGES.length];

        private void add(Life life) {
            var end = life.watched().toMillis() / 3_600_000.0;
            double from = 0;
            for (int age = 0; age < AGES.length && from < end; age++) {
                hours[age] += Math.min(end, AGES[age]) - from;
                removals[age] += life.removed() && end <= AGES[age] ? 1 : 0;
                from = AGES[age];
            }
        }

        private int removals() {
            int sum = 0;
            for (var count : removals) {
                sum += count;
            }
            return sum;
        }
    }

    private final Counts all;
    private final Map<UUID, Counts> byProvider;

    private Hazards(Counts all, Map<UUID, Counts> byProvider) {
        this.all = all;
        this.byProvider = byProvider;
    }

    /** Removals per hour at that age; 0 while too little is known. */
    double perHour(@Nullable UUID provider, Duration age) {
        if (all.removals() < LEAST_REMOVALS) {
            return 0;
        }
        var bucket = bucket(age);
        var general = (all.removals[bucket] + 1) / (all.hours[bucket] + PRIOR_HOURS);
        var own = provider == null ? null : byProvider.get(provider);
        return own == null
                ? general
                : (own.removals[bucket] + PRIOR_HOURS * general) / (own.hours[bucket] + PRIOR_HOURS);
    }

    private static int bucket(Duration age) {
        var hours = age.toMillis() / 3_600_000.0;
        for (int bucket = 0; bucket < AGES.length; bucket++) {
            if (hours < AGES[bucket]) {
                return bucket;
            }
        }
        return AGES.length - 1;
    }
}
