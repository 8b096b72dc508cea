package org.vigie.notice.reference;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/**
 * Gives references such as {@code RN-2026-00000042}: a prefix, the year and a number that counts up. It is never below
 * the share of the year that has passed: counters that a restored back-up set back do not give out again what they gave
 * before, unless more than 2.8 a second were given from the back-up to the restoration.
 */
@Component
public class ReferenceNumbers {

    /** Of the 99,999,999 numbers of a year, those that the clock accounts for. */
    private static final long BY_THE_CLOCK = 90_000_000;

    private final Counters counters;

    ReferenceNumbers(Counters counters) {
        this.counters = counters;
    }

    /** The next reference; one that is not used leaves a gap. */
    public String next(String prefix, Instant at) {
        return next(prefix, at, 1).getFirst();
    }

    /** So many references, one after another. */
    public List<String> next(String prefix, Instant at, int count) {
        var now = at.atZone(ZoneOffset.UTC);
        var year = now.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
        var passed = ChronoUnit.MILLIS.between(year, now);
        var atLeast = 1 + passed * BY_THE_CLOCK / ChronoUnit.MILLIS.between(year, year.plusYears(1));
        var series = "%s-%04d".formatted(prefix, now.getYear());
        var first = counters.next(series, atLeast, count);
        return LongStream.range(first, first + count)
                .mapToObj(number -> "%s-%08d".formatted(series, number))
                .toList();
    }

    /** The next sequence number under a reference, counting up from 2: the first message has 1. */
    public int nextSequence(String reference) {
        return Math.toIntExact(counters.next(reference) + 1);
    }
}
