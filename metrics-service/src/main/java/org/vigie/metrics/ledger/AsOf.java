package org.vigie.metrics.ledger;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.statistics.WholeHours;

/**
 * Up to when things are counted.
 *
 * @param instant the earlier of what was asked for and what was checked, absent before anything was checked
 * @param past an instant before the checker's was asked for: what happened later is left out
 */
public record AsOf(@Nullable Instant instant, boolean past) {

    public static AsOf of(@Nullable Instant asked, @Nullable Instant checked) {
        if (asked == null || checked == null || asked.isAfter(checked)) {
            return new AsOf(checked, false);
        }
        return new AsOf(asked, true);
    }

    /** Whole hours since 1970; the epoch before anything was checked, so that nothing was watched for any time. */
    public int hour() {
        return instant == null ? 0 : WholeHours.reachedBy(instant.toEpochMilli());
    }

    /** Epoch milliseconds: what happened later is left out. */
    public long knownUpTo() {
        return past && instant != null ? instant.toEpochMilli() : Long.MAX_VALUE;
    }

    /** Every targeting as it stood. */
    public Stream<Entry> entries(Ledger ledger) {
        return past ? ledger.entries().filter(this::wasThere).map(this::entry) : ledger.entries();
    }

    /** Every targeting as it stood, case by case. */
    public Stream<List<Entry>> entriesByCase(Ledger ledger) {
        return past
                ? ledger.entriesByCase()
                        .map(entries -> entries.stream()
                                .filter(this::wasThere)
                                .map(this::entry)
                                .toList())
                : ledger.entriesByCase();
    }

    /** The entry as it stood; it must have been there. */
    public Entry entry(Entry entry) {
        var stood = entry.lifecycle().asOf(knownUpTo());
        return stood == null ? entry : new Entry(stood, entry.repeat());
    }

    private boolean wasThere(Entry entry) {
        return entry.lifecycle().handedOverAt() <= knownUpTo();
    }
}
