package org.vigie.standalone.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.sandbox.World.Expected;

/**
 * What became of a case, as the services say.
 *
 * @param caseId empty if there is no case
 * @param writtenTo names of the providers with a targeting, in the order of their first notice
 * @param targetings that are not void
 * @param notices that were sent about it
 * @param cameBack what came back to them, each once, in the order of its first time
 * @param untilNext from the first notice to the first addressee to the first one to the next, absent without a next
 */
record Outcome(
        String caseId,
        String status,
        int cycle,
        List<String> flags,
        List<String> writtenTo,
        int targetings,
        int notices,
        List<String> cameBack,
        @Nullable Duration untilNext) {

    static final Outcome NONE = new Outcome("", "NO CASE", 0, List.of(), List.of(), 0, 0, List.of(), null);

    Outcome {
        flags = List.copyOf(flags);
        writtenTo = List.copyOf(writtenTo);
        cameBack = List.copyOf(cameBack);
    }

    /** In what it differs from the script, in words; empty if in nothing. */
    List<String> differencesFrom(Expected expected) {
        var ending = expected.ending();
        var differences = new ArrayList<String>();
        if (!ending.states().contains(status)) {
            differences.add("ended %s, expected %s".formatted(status, String.join(" or ", ending.states())));
        }
        if (!ending.writtenTo().equals(writtenTo)) {
            differences.add("written to %s, expected %s".formatted(writtenTo, ending.writtenTo()));
        }
        if (ending.targetings() != targetings) {
            differences.add("%d targetings, expected %d".formatted(targetings, ending.targetings()));
        }
        if (ending.cycle() != cycle) {
            differences.add("cycle %d, expected %d".formatted(cycle, ending.cycle()));
        }
        var flag = ending.flag();
        if (flag != null && !flags.contains(flag)) {
            differences.add("flags %s, expected %s".formatted(flags, flag));
        }
        if (!ending.cameBack().equals(cameBack)) {
            differences.add("came back %s, expected %s".formatted(cameBack, ending.cameBack()));
        }
        var next = ending.next();
        if (next != null && (untilNext == null || !isBetween(next.least(), untilNext, next.most()))) {
            differences.add("the next was written to after %s, expected after %s to %s"
                    .formatted(untilNext, next.least(), next.most()));
        }
        return differences;
    }

    private static boolean isBetween(Duration least, Duration duration, Duration most) {
        return duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0;
    }
}
