package org.vigie.notice.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.desk.Shift.Day;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.Milestones;

/**
 * How far the cases came that were received lately, by the day. They are read once after a start; from then on what was
 * stored since, by whichever process, and only the days of what came further are counted again.
 */
final class ReceivedLately {

    /** Clocks of two processes, and a write from its instant until it can be read, differ by less. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    /** What is read at once. */
    private static final Duration PORTION = Duration.ofHours(1);

    private final Cases cases;
    private final Map<UUID, Milestones> known = new HashMap<>();
    private final NavigableMap<LocalDate, Day> days = new TreeMap<>();
    private @Nullable Instant read;

    ReceivedLately(Cases cases) {
        this.cases = cases;
    }

    /** The days from the first one on, the latest first; those on which nothing was received are absent. */
    synchronized List<Day> since(LocalDate first, Instant now) {
        var changed = readSince(first.atStartOfDay(ZoneOffset.UTC).toInstant(), now);
        days.keySet().removeAll(changed);
        if (!changed.isEmpty()) {
            known.values().stream()
                    .filter(one -> changed.contains(day(one)))
                    .collect(Collectors.groupingBy(ReceivedLately::day))
                    .forEach((day, received) -> days.put(day, Day.of(day, received)));
        }
        if (!days.isEmpty() && days.firstKey().isBefore(first)) {
            known.values().removeIf(one -> day(one).isBefore(first));
            days.headMap(first).clear();
        }
        return List.copyOf(days.descendingMap().values());
    }

    /** The days of which something is new. */
    private Set<LocalDate> readSince(Instant first, Instant now) {
        var changed = new HashSet<LocalDate>();
        var from = read == null || read.isBefore(first)
                ? first
                : earlier(read, now).minus(OVERLAP);
        for (var end = now.plus(OVERLAP); from.isBefore(end); from = from.plus(PORTION)) {
            for (var one : cases.changedBetween(from, earlier(from.plus(PORTION), end))) {
                var before = known.put(one.caseId(), one);
                if (!one.equals(before)) {
                    changed.add(day(one));
                }
                if (before != null && !day(before).equals(day(one))) {
                    changed.add(day(before));
                }
            }
        }
        read = now;
        return changed;
    }

    private static LocalDate day(Milestones one) {
        return one.receivedAt().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
