package org.vigie.bench.table;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.vigie.events.Maturation;

/** Targetings of one provider and stage. */
final class Block {

    private final Addressee addressee;
    private final Maturation stage;
    private final int targeted;
    private final int repeats;
    private final int[] days;

    /**
     * A block.
     *
     * @param repeats of the targeted, those whose content was targeted there before
     * @param days until each removal; whatever is missing to {@code targeted} is open
     */
    Block(Addressee addressee, Maturation stage, int targeted, int repeats, int[] days) {
        this.addressee = addressee;
        this.stage = stage;
        this.targeted = targeted;
        this.repeats = repeats;
        this.days = days;
    }

    Addressee addressee() {
        return addressee;
    }

    Maturation stage() {
        return stage;
    }

    int targeted() {
        return targeted;
    }

    int repeats() {
        return repeats;
    }

    int[] days() {
        return days;
    }

    int distinct() {
        return targeted - repeats;
    }

    /** Nearest rank over the removals of all the blocks, in days; 0 if there are none. */
    static int percentile(Iterable<Block> blocks, int percent) {
        var all = IntStream.empty();
        for (var block : blocks) {
            all = IntStream.concat(all, Arrays.stream(block.days()));
        }
        var sorted = all.sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[rank(sorted.length, percent) - 1];
    }

    static int rank(int n, int percent) {
        return Math.toIntExact(Math.ceilDiv((long) n * percent, 100L));
    }
}
