package org.vigie.metrics.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.metrics.ledger.Ending.Actor;
import org.vigie.metrics.statistics.Packer;
import org.vigie.metrics.statistics.Unpacker;

/** Counts of who seems to have removed what was removed, which add up as those of {@link Cell} do. */
final class ActorCounts {

    private static final int OWN = 0;
    private static final int OTHER = 1;
    private static final int ROLES = 2;

    private final long[] numbers = new long[ROLES + Role.values().length];

    void count(@Nullable Actor actor, int change) {
        if (actor != null) {
            numbers[actor.own() ? OWN : OTHER] += change;
            numbers[ROLES + Codes.of(actor.role())] += change;
        }
    }

    long own() {
        return numbers[OWN];
    }

    long other() {
        return numbers[OTHER];
    }

    long of(Role role) {
        return numbers[ROLES + Codes.of(role)];
    }

    void addAll(ActorCounts others) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += others.numbers[i];
        }
    }

    void write(Packer packer) {
        for (var number : numbers) {
            packer.add(number);
        }
    }

    static ActorCounts read(Unpacker unpacker) {
        var counts = new ActorCounts();
        Arrays.setAll(counts.numbers, _ -> unpacker.next());
        return counts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActorCounts that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }
}
