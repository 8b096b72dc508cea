package org.vigie.sandbox.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a case must have ended.
 *
 * @param states as people are shown it; any of them will do
 * @param writtenTo providers that got a targeting, in the order of their first notice
 * @param targetings of all cycles, one per content unit and provider
 * @param flag what the checker must have noted beside the presence, absent if nothing
 */
public record Ending(
        List<String> states,
        List<String> writtenTo,
        int targetings,
        int cycle,
        @Nullable String flag) {

    public Ending {
        states = List.copyOf(states);
        writtenTo = List.copyOf(writtenTo);
    }

    static Ending untouched(String state) {
        return new Ending(List.of(state), List.of(), 0, 1, null);
    }

    /** Down, for seven days or less. */
    static Ending removed(Provider... writtenTo) {
        return of(List.of("DOWN", "REMOVED"), writtenTo);
    }

    static Ending exhausted(Provider... writtenTo) {
        return of(List.of("EXHAUSTED"), writtenTo);
    }

    private static Ending of(List<String> states, Provider... writtenTo) {
        var names = java.util.Arrays.stream(writtenTo).map(Provider::name).toList();
        return new Ending(states, names, names.size(), 1, null);
    }

    Ending withFlag(String noted) {
        return new Ending(states, writtenTo, targetings, cycle, noted);
    }

    Ending withTargetings(int number) {
        return new Ending(states, writtenTo, number, cycle, flag);
    }

    Ending inCycle(int number) {
        return new Ending(states, writtenTo, targetings, number, flag);
    }
}
