package org.vigie.metrics.volume;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.metrics.statistics.HourHistogram;
import org.vigie.metrics.statistics.Share;
import org.vigie.metrics.statistics.WholeHours;

/** Delays on the way. */
final class DelaysSum {

    private final HourHistogram receivedToVerified = new HourHistogram();
    private final HourHistogram verifiedToHandover = new HourHistogram();
    private final HourHistogram held = new HourHistogram();
    private final HourHistogram checkBlocked = new HourHistogram();
    private final Returns within30Days;
    private final Returns within180Days;

    DelaysSum(@Nullable Instant asOf) {
        this.within30Days = new Returns(Duration.ofDays(30), asOf);
        this.within180Days = new Returns(Duration.ofDays(180), asOf);
    }

    void add(CaseSnapshot removalCase, @Nullable AvailabilitySnapshot presence) {
        if (removalCase.verifiedAt() != null) {
            add(receivedToVerified, removalCase.verifiedAt() - removalCase.receivedAt());
            if (removalCase.firstHandoverAt() != null) {
                add(verifiedToHandover, removalCase.firstHandoverAt() - removalCase.verifiedAt());
            }
        }
        if (removalCase.heldMs() > 0) {
            add(held, removalCase.heldMs());
        }
        if (removalCase.checkBlockedMs() > 0) {
            add(checkBlocked, removalCase.checkBlockedMs());
        }
        if (presence != null && !presence.removals().isEmpty()) {
            within30Days.add(presence.removals().getFirst());
            within180Days.add(presence.removals().getFirst());
        }
    }

    Delays delays() {
        return new Delays(
                spread(receivedToVerified),
                spread(verifiedToHandover),
                spread(held),
                spread(checkBlocked),
                within30Days.share(),
                within180Days.share());
    }

    private static void add(HourHistogram histogram, long milliseconds) {
        histogram.add(WholeHours.ofEnded(milliseconds), 1);
    }

    private static Delays.Spread spread(HourHistogram hours) {
        return new Delays.Spread(hours.total(), number(hours.percentile(50)), number(hours.percentile(90)));
    }

    private static @Nullable Integer number(OptionalInt hours) {
        return hours.isEmpty() ? null : hours.getAsInt();
    }

    /** Of the first removals that were watched for a time, those that came back within it. */
    private static final class Returns {
        private final long span;
        private final long latestRemoval;
        private long watched;
        private long returned;

        Returns(Duration span, @Nullable Instant asOf) {
            this.span = span.toMillis();
            this.latestRemoval = asOf == null ? Long.MIN_VALUE : asOf.toEpochMilli() - this.span;
        }

        void add(AvailabilitySnapshot.Removal removal) {
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
