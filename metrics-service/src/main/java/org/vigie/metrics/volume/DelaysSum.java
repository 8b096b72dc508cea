package org.vigie.metrics.volume;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.ledger.CountedCase;
import org.vigie.metrics.statistics.HourHistogram;
import org.vigie.metrics.statistics.WholeHours;

/** Delays on the way. Not safe for threads. */
final class DelaysSum {

    private final HourHistogram receivedToVerified = new HourHistogram();
    private final HourHistogram verifiedToHandover = new HourHistogram();
    private final HourHistogram held = new HourHistogram();
    private final HourHistogram checkBlocked = new HourHistogram();

    void add(CountedCase removalCase) {
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
    }

    Delays delays() {
        return new Delays(spread(receivedToVerified), spread(verifiedToHandover), spread(held), spread(checkBlocked));
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
}
