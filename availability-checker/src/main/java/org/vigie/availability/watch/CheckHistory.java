package org.vigie.availability.watch;

import java.time.Duration;
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
 * @param baseline how things were when it was last found and controlled, absent if it never was
 * @param undecided the looks in a row that could not tell, absent if the last one could
 */
public record CheckHistory(
        int looks,
        List<RecordedCheck> recent,
        @Nullable RecordedCheck lastGood,
        @Nullable Baseline baseline,
        @Nullable Undecided undecided) {

    /**
     * Looks in a row that could not tell.
     *
     * @param witness the least that must say that it is gone, so that they amount to a removal
     * @param last signal of the latest
     */
    public record Undecided(Instant since, Instant until, int looks, Signal.Witness witness, Signal last) {

        private static Undecided of(@Nullable Undecided before, RecordedCheck look) {
            var witness = look.signal().witness();
            return before == null
                    ? new Undecided(look.at(), look.at(), 1, witness, look.signal())
                    : new Undecided(
                            before.since,
                            look.at(),
                            before.looks + 1,
                            stricter(before.witness, witness),
                            look.signal());
        }

        private static Signal.Witness stricter(Signal.Witness one, Signal.Witness two) {
            return one.compareTo(two) < 0 ? one : two;
        }

        Duration span() {
            return Duration.between(since, until);
        }
    }

    static final CheckHistory EMPTY = new CheckHistory(0, List.of(), null, null, null);

    /** More than a streak needs looks to be confirmed. */
    private static final int KEPT = 20;

    public CheckHistory {
        recent = List.copyOf(recent);
    }

    CheckHistory with(RecordedCheck look, @Nullable Baseline found) {
        var kept = new ArrayList<>(recent);
        kept.add(look);
        var from = Math.max(0, kept.size() - KEPT);
        var meaning = look.signal().meaning();
        return new CheckHistory(
                looks + 1,
                kept.subList(from, kept.size()),
                meaning == Signal.Meaning.UP ? look : lastGood,
                found == null ? baseline : found,
                meaning == Signal.Meaning.NEITHER ? Undecided.of(undecided, look) : null);
    }

    /** As if it had never been found: a person says that what is there now is the content. */
    CheckHistory withoutBaseline() {
        return new CheckHistory(looks, recent, lastGood, null, null);
    }

    /** The looks since the instant that could not tell, oldest first. */
    List<RecordedCheck> undecidedSince(Instant first) {
        return recent.stream()
                .filter(look -> !look.at().isBefore(first))
                .filter(look -> look.signal().meaning() == Signal.Meaning.NEITHER)
                .toList();
    }

    /** The bad looks since the instant, oldest first. */
    List<RecordedCheck> badSince(Instant firstBadAt) {
        return recent.stream()
                .filter(look -> !look.at().isBefore(firstBadAt))
                .filter(look -> look.signal().meaning() == Signal.Meaning.DOWN)
                .toList();
    }
}
