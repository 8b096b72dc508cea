package org.vigie.bench.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Times of removal at the providers without a row: they settle the percentiles of the stages and of everything. */
final class FreeDays {

    /** The median of everything is one day: so many of the short times are, if not more are needed. */
    private static final double ONE_DAY = 0.55;

    private FreeDays() {}

    static List<Block> of(
            Report report, List<Plan.Free> free, int[] stages, int[] repeats, List<Block> named, Random random) {
        var removed = new int[free.size()];
        var ofStage = new int[Plan.STAGES.size()];
        for (int i = 0; i < removed.length; i++) {
            removed[i] =
                    (int) Math.ceil(free.get(i).targeted() * (1 - free.get(i).openShare()));
            ofStage[stages[i]] += removed[i];
        }
        var days = new int[ofStage.length][];
        for (int s = 0; s < 2; s++) {
            var stage = Plan.STAGES.get(s);
            var known = named.stream().filter(block -> block.stage() == stage).toList();
            var limit = report.stage(stage).p90Days();
            days[s] = settled(ofStage[s], limit, known, List.of(), random);
        }
        var limit = report.figure().p90Days();
        days[2] = settled(ofStage[2], limit, named, List.of(days[0], days[1]), random);
        return dealt(free, stages, repeats, removed, days);
    }

    /** As many longer times as the ninetieth percentile at the limit leaves room for. */
    private static int[] settled(int count, int limit, List<Block> known, List<int[]> more, Random random) {
        var others = new ArrayList<int[]>(more);
        known.forEach(block -> others.add(block.days()));
        var all = count + others.stream().mapToInt(days -> days.length).sum();
        var longer = others.stream()
                .flatMapToInt(Arrays::stream)
                .filter(day -> day > limit)
                .count();
        return Days.around(count, limit, (int) (all - Block.rank(all, 90) - longer), ONE_DAY, random);
    }

    private static List<Block> dealt(List<Plan.Free> free, int[] stages, int[] repeats, int[] removed, int[][] days) {
        var from = new int[days.length];
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < removed.length; i++) {
            var s = stages[i];
            var part = free.get(i);
            var times = Arrays.copyOfRange(days[s], from[s], from[s] + removed[i]);
            from[s] += removed[i];
            blocks.add(new Block(part.addressee(), Plan.STAGES.get(s), part.targeted(), repeats[i], times));
        }
        return blocks;
    }
}
