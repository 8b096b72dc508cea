package org.vigie.notice.removal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a case was held: time that no provider answers for. Holds that overlap count once.
 *
 * @param ended oldest first
 * @param since when the running one began, absent while nothing holds the case
 */
public record TimeOnHold(List<Span> ended, @Nullable Instant since) {

    public static final TimeOnHold NONE = new TimeOnHold(List.of(), null);

    public TimeOnHold {
        ended = List.copyOf(ended);
    }

    /** One uninterrupted hold. */
    public record Span(Instant from, Instant until) {

        Duration within(Instant start, Instant end) {
            var first = from.isAfter(start) ? from : start;
            var last = until.isBefore(end) ? until : end;
            return last.isAfter(first) ? Duration.between(first, last) : Duration.ZERO;
        }
    }

    TimeOnHold begun(Instant at) {
        return since == null ? new TimeOnHold(ended, at) : this;
    }

    TimeOnHold over(Instant at) {
        if (since == null) {
            return this;
        }
        var spans = new ArrayList<>(ended);
        spans.add(new Span(since, at));
        return new TimeOnHold(spans, null);
    }

    /** Ended holds since the instant; a running one counts when it is over. */
    public Duration after(Instant start) {
        return sum(ended, start, Instant.MAX);
    }

    /** Between the two instants, a running hold included. */
    public Duration between(Instant start, Instant end) {
        var running = since == null ? List.<Span>of() : List.of(new Span(since, Instant.MAX));
        return sum(ended, start, end).plus(sum(running, start, end));
    }

    private static Duration sum(List<Span> spans, Instant start, Instant end) {
        return spans.stream().map(span -> span.within(start, end)).reduce(Duration.ZERO, Duration::plus);
    }
}
