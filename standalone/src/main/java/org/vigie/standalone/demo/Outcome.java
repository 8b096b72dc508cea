package org.vigie.standalone.demo;

import java.util.ArrayList;
import java.util.List;
import org.vigie.sandbox.World.Expected;

/**
 * What became of a case, as the services say.
 *
 * @param caseId empty if there is no case
 * @param writtenTo names of the providers with a targeting, in the order of their first notice
 * @param targetings that are not void
 * @param notices that were sent about it
 */
record Outcome(
        String caseId,
        String status,
        int cycle,
        List<String> flags,
        List<String> writtenTo,
        int targetings,
        int notices) {

    static final Outcome NONE = new Outcome("", "NO CASE", 0, List.of(), List.of(), 0, 0);

    Outcome {
        flags = List.copyOf(flags);
        writtenTo = List.copyOf(writtenTo);
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
        return differences;
    }
}
