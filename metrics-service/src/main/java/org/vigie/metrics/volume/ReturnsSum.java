package org.vigie.metrics.volume;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.ledger.CountedPresence;
import org.vigie.metrics.statistics.Share;

/** Reappearance on the way. Not safe for threads. */
final class ReturnsSum {

    private final Within within30Days;
    private final Within within180Days;

    /** Counts removals that were watched long enough by an instant, none if it is absent. */
    ReturnsSum(@Nullable Instant asOf) {
        this.within30Days = new Within(Duration.ofDays(30), asOf);
        this.within180Days = new Within(Duration.ofDays(180), asOf);
    }

    void add(CountedPresence.Removal removal) {
        within30Days.add(removal);
        within180Days.add(removal);
    }

    Reappearance reappearance() {
        return new Reappearance(within30Days.share(), within180Days.share());
    }

    private static final class Within {
        private final long span;
        private final long latestRemoval;
        private long watched;
        private long returned;

        Within(Duration span, @Nullable Instant asOf) {
            this.span = span.toMillis();
            this.latestRemoval = asOf == null ? Long.MIN_VALUE : asOf.toEpochMilli() - this.span;
        }

        void add(CountedPresence.Removal removal) {
            if (removal.firstDownAt() <= latestRemoval) {
                watched++;
                var back = removal.reappearedAt();
                returned += back != null && back - removal.firstDownAt() <= span ? 1 : 0;
            }
        }

        Share share() {
            return new Share(returned, watched);
        }
    }
}
