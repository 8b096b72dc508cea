package org.vigie.sandbox.story;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a case must have ended.
 *
 * @param states as people are shown it; any of them will do
 * @param writtenTo providers that got a targeting, in the order of their first notice
 * @param targetings of all cycles, one per content unit and provider
 * @param flag what the checker must have noted beside the presence, absent if nothing
 * @param cameBack what came back to the notices, each once, in the order of its first time
 * @param next when the second addressee must have been written to; absent if anytime will do
 */
public record Ending(
        List<String> states,
        List<String> writtenTo,
        int targetings,
        int cycle,
        @Nullable String flag,
        List<String> cameBack,
        @Nullable Within next) {

    /** From the first notice to the first addressee on. */
    public record Within(Duration least, Duration most) {}

    public Ending {
        states = List.copyOf(states);
        writtenTo = List.copyOf(writtenTo);
        cameBack = List.copyOf(cameBack);
    }

    static Ending untouched(String state) {
        return new Ending(List.of(state), List.of(), 0, 1, null, List.of(), null);
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
        return new Ending(states, names, names.size(), 1, null, List.of(), null);
    }

    Ending withFlag(String noted) {
        return new Ending(states, writtenTo, targetings, cycle, noted, cameBack, next);
    }

    Ending withTargetings(int number) {
        return new Ending(states, writtenTo, number, cycle, flag, cameBack, next);
    }

    Ending inCycle(int number) {
        return new Ending(states, writtenTo, targetings, number, flag, cameBack, next);
    }

    Ending withAnswers(String... came) {
        return new Ending(states, writtenTo, targetings, cycle, flag, List.of(came), next);
    }

    Ending withNextAfter(Duration least, Duration most) {
        return new Ending(states, writtenTo, targetings, cycle, flag, cameBack, new Within(least, most));
    }
}
