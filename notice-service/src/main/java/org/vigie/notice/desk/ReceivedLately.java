package org.vigie.notice.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.Milestones;

/**
 * How far the cases came that were received lately. They are read once after a start; from then on what was stored
 * since, by whichever process.
 */
final class ReceivedLately {

    /** Clocks of two processes, and a write from its instant until it can be read, differ by less. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    /** What is read at once. */
    private static final Duration PORTION = Duration.ofHours(1);

    private final Cases cases;
    private final Map<UUID, Milestones> known = new HashMap<>();
    private @Nullable Instant read;

    ReceivedLately(Cases cases) {
        this.cases = cases;
    }

    /** Those received then or later, in no particular order. */
    synchronized List<Milestones> since(Instant first, Instant now) {
        var from = read == null || read.isBefore(first)
                ? first
                : earlier(read, now).minus(OVERLAP);
        for (var end = now.plus(OVERLAP); from.isBefore(end); from = from.plus(PORTION)) {
            cases.changedBetween(from, earlier(from.plus(PORTION), end)).forEach(one -> known.put(one.caseId(), one));
        }
        known.values().removeIf(one -> one.receivedAt().isBefore(first));
        read = now;
        return List.copyOf(known.values());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
