package org.vigie.notice.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.Milestones;
import org.vigie.notice.task.TaskKind;
import org.vigie.notice.task.Tasks;

/** How the work goes, for whoever leads it: our own delays and what waits. Nobody is named or ranked. */
@Service
public class Shift {

    private static final int DAYS = 14;

    private final ReceivedLately received;
    private final Tasks tasks;
    private final Clock clock;

    Shift(Cases cases, Tasks tasks, Clock clock) {
        this.received = new ReceivedLately(cases);
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * How long something took.
     *
     * @param median nearest rank, of those that are over; absent without any, as is the 90th percentile
     */
    public record Delay(
            long count, @Nullable Duration median, @Nullable Duration p90) {

        static Delay of(Stream<Duration> lasted) {
            var sorted = lasted.sorted().toList();
            return new Delay(sorted.size(), rank(sorted, 50), rank(sorted, 90));
        }

        private static @Nullable Duration rank(List<Duration> sorted, int percent) {
            return sorted.isEmpty() ? null : sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
        }
    }

    /**
     * The cases received on a day, in UTC.
     *
     * @param toVerified from when they were received, until their content was verified
     * @param toNotice from when it was verified, until the first notice was handed over
     */
    public record Day(LocalDate day, long received, Delay toVerified, Delay toNotice) {

        static Day of(LocalDate day, List<Milestones> received) {
            return new Day(
                    day,
                    received.size(),
                    Delay.of(received.stream()
                            .map(one -> between(one.receivedAt(), one.verifiedAt()))
                            .filter(Objects::nonNull)),
                    Delay.of(received.stream()
                            .map(one -> between(one.verifiedAt(), one.firstHandoverAt()))
                            .filter(Objects::nonNull)));
        }

        private static @Nullable Duration between(@Nullable Instant from, @Nullable Instant to) {
            if (from == null || to == null) {
                return null;
            }
            // A partner may have verified it before it came here: then it did not wait.
            return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
        }
    }

    /** Open tasks of a kind, and how many of them are late, by more than a day, and by more than a week. */
    public record Waiting(TaskKind kind, long open, long late, long lateByADay, long lateByAWeek) {}

    /** The latest day first; days on which nothing was received are absent. */
    public List<Day> days() {
        var now = clock.instant();
        var first = now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(DAYS - 1L);
        return received.since(first, now);
    }

    /** Kinds of which some are open, the most late ones first. */
    public List<Waiting> waiting() {
        var now = clock.instant();
        var all = tasks.countOpen();
        // What was due a week ago was due a day ago, too: kinds of which none is late are not asked about again.
        var late = tasks.countDueBefore(now, all.keySet());
        var aDay = tasks.countDueBefore(now.minus(Duration.ofDays(1)), late.keySet());
        var aWeek = tasks.countDueBefore(now.minus(Duration.ofDays(7)), aDay.keySet());
        return all.entrySet().stream()
                .map(open -> new Waiting(
                        open.getKey(),
                        open.getValue(),
                        of(late, open.getKey()),
                        of(aDay, open.getKey()),
                        of(aWeek, open.getKey())))
                .sorted(Comparator.comparingLong(Waiting::late).reversed().thenComparing(Waiting::kind))
                .toList();
    }

    private static long of(Map<TaskKind, Long> counts, TaskKind kind) {
        return counts.getOrDefault(kind, 0L);
    }
}
