package org.vigie.availability.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What checks showed, as far back as it is kept.
 *
 * @param looks how many checks there were in all, under the name by which it is stored
 * @param recent the latest, oldest first
 * @param lastGood the latest that found it there, absent if none did
 * @param baseline how things were when it was last found and controlled, absent if it never was
 * @param undecided the checks in a row that could not tell, absent if the last one could
 */
public record CheckHistory(
        int looks,
        List<RecordedCheck> recent,
        @Nullable RecordedCheck lastGood,
        @Nullable Baseline baseline,
        @Nullable Undecided undecided) {

    /**
     * Checks in a row that could not tell.
     *
     * @param witness the least that must say that it is gone, so that they amount to a removal
     * @param last signal of the latest
     */
    public record Undecided(Instant since, Instant until, int looks, Signal.Witness witness, Signal last) {

        private static Undecided of(@Nullable Undecided before, RecordedCheck check) {
            var witness = check.signal().witness();
            return before == null
                    ? new Undecided(check.at(), check.at(), 1, witness, check.signal())
                    : new Undecided(
                            before.since,
                            check.at(),
                            before.looks + 1,
                            stricter(before.witness, witness),
                            check.signal());
        }

        private static Signal.Witness stricter(Signal.Witness one, Signal.Witness two) {
            return one.compareTo(two) < 0 ? one : two;
        }

        Duration span() {
            return Duration.between(since, until);
        }
    }

    static final CheckHistory EMPTY = new CheckHistory(0, List.of(), null, null, null);

    /** More than a streak needs checks to be confirmed. */
    private static final int KEPT = 20;

    public CheckHistory {
        recent = List.copyOf(recent);
    }

    CheckHistory with(RecordedCheck check, @Nullable Baseline found) {
        var kept = new ArrayList<>(recent);
        kept.add(check);
        var from = Math.max(0, kept.size() - KEPT);
        var meaning = check.signal().meaning();
        return new CheckHistory(
                looks + 1,
                kept.subList(from, kept.size()),
                meaning == Signal.Meaning.UP ? check : lastGood,
                found == null ? baseline : found,
                meaning == Signal.Meaning.NEITHER ? Undecided.of(undecided, check) : null);
    }

    /** As if it had never been found: a person says that what is there now is the content. */
    CheckHistory withoutBaseline() {
        return new CheckHistory(looks, recent, lastGood, null, null);
    }

    /** The checks since the instant that could not tell, oldest first. */
    List<RecordedCheck> undecidedSince(Instant first) {
        return recent.stream()
                .filter(check -> !check.at().isBefore(first))
                .filter(check -> check.signal().meaning() == Signal.Meaning.NEITHER)
                .toList();
    }

    /** The failed checks since the instant, oldest first. */
    List<RecordedCheck> badSince(Instant firstBadAt) {
        return recent.stream()
                .filter(check -> !check.at().isBefore(firstBadAt))
                .filter(check -> check.signal().meaning() == Signal.Meaning.DOWN)
                .toList();
    }
}
