package org.vigie.notice.sequence;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Gives references such as {@code RN-2026-00000042}: a prefix, the year and a number that counts up. */
@Component
public class ReferenceNumbers {

    private final Counters counters;

    ReferenceNumbers(Counters counters) {
        this.counters = counters;
    }

    /** The next reference; one that is not used leaves a gap. */
    public String next(String prefix, Instant at) {
        var series = "%s-%04d".formatted(prefix, at.atZone(ZoneOffset.UTC).getYear());
        return "%s-%08d".formatted(series, counters.next(series));
    }

    /** The next sequence number under a reference, counting up from 2: the first message has 1. */
    public int nextSequence(String reference) {
        return Math.toIntExact(counters.next(reference) + 1);
    }
}
