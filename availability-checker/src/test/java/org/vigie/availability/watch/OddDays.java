package org.vigie.availability.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What befalls URLs that stay up, beside outages and wrong 404s: gates and refusals for the whole host, maintenance
 * pages with status 200, the item alone answered like nothing, refused or made anew. The numbers are ours.
 */
final class OddDays {

    private record Episode(double from, double to, Signal signal) {}

    private final List<Episode> episodes = new ArrayList<>();
    private final Random random;

    OddDays(Random random) {
        this.random = random;
        happens(90, Signal.BOT_CHECK, 72, Double.MAX_VALUE);
        happens(120, Signal.BLOCKED, 72, Double.MAX_VALUE);
        happens(360, Signal.AGE_CHECK, 24 * 60, Double.MAX_VALUE);
        happens(120, Signal.TURNED_ALIKE, 3, 48);
        happens(180, Signal.CHANGED, 24 * 60, Double.MAX_VALUE);
        happens(180, Signal.SOFT_GONE, 1, 8);
        happens(360, Signal.EMPTY, 1, 8);
        happens(180, Signal.SHUT, 4, 36);
    }

    /** How often it begins, in days, and how long it lasts on average and at most, in hours. */
    private void happens(double everyDays, Signal signal, double mean, double longest) {
        var between = everyDays * 24;
        for (double t = exponential(between); t < LifeModel.HORIZON; t += exponential(between)) {
            episodes.add(new Episode(t, t + Math.min(longest, exponential(mean)), signal));
        }
    }

    Signal at(double hours) {
        return episodes.stream()
                .filter(episode -> episode.from() <= hours && hours < episode.to())
                .map(Episode::signal)
                .findFirst()
                .orElse(Signal.REACHABLE);
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }
}
