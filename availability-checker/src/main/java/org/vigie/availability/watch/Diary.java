package org.vigie.availability.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What looks showed, as far back as it is kept.
 *
 * @param looks how many there were in all
 * @param recent the latest, oldest first
 * @param lastGood the latest that found it there, absent if none did
 */
public record Diary(int looks, List<Look> recent, @Nullable Look lastGood) {

    static final Diary EMPTY = new Diary(0, List.of(), null);

    /** More than a run needs looks to be confirmed. */
    private static final int KEPT = 20;

    public Diary {
        recent = List.copyOf(recent);
    }

    Diary with(Look look) {
        var kept = new ArrayList<>(recent);
        kept.add(look);
        var from = Math.max(0, kept.size() - KEPT);
        var good = look.signal().meaning() == Signal.Meaning.UP ? look : lastGood;
        return new Diary(looks + 1, kept.subList(from, kept.size()), good);
    }

    /** The bad looks since the instant, oldest first. */
    List<Look> badSince(Instant firstBadAt) {
        return recent.stream()
                .filter(look -> !look.at().isBefore(firstBadAt))
                .filter(look -> look.signal().meaning() == Signal.Meaning.DOWN)
                .toList();
    }
}
