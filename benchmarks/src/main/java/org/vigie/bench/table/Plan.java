package org.vigie.bench.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.vigie.events.Maturation;

/**
 * How many targetings there are of each provider and stage, how many of them repeat and how long their removals took,
 * so that the report's figures come out. What the report leaves open is drawn.
 */
final class Plan {

    static final List<Maturation> STAGES =
            List.of(Maturation.POSTPUBESCENT, Maturation.PREPUBESCENT, Maturation.UNDETERMINED);

    private static final int OTHERS = 745;
    private static final int SMALLEST_NAMED = 5_000;
    /** Shares of the targetings, which the report does not give: near those of the detections. */
    private static final double[] STAGE_SHARES = {0.0222, 0.628};

    private final List<Block> blocks;
    private final int[] detections;

    private Plan(List<Block> blocks, int[] detections) {
        this.blocks = List.copyOf(blocks);
        this.detections = detections;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** Verified sightings of each stage, in the order of {@link #STAGES}. */
    int[] detections() {
        return detections;
    }

    /**
     * Draws a plan.
     *
     * @param scale 1 for the report's own numbers, down to 0.01
     */
    static Plan of(Report report, double scale, Random random) {
        var targeted = scaled(report.figure().targeted(), scale);
        var named = report.named().stream()
                .mapToInt(row -> scaled(row.targeted(), scale))
                .toArray();
        var free = freePool(targeted - (int) Apportion.sum(named), scale, random);
        var stageSizes = stageSizes(targeted, random);
        var freeStages = stagesOf(free, stageSizes);
        var namedRepeats = new int[named.length];
        var namedFirsts = new int[named.length];
        for (int i = 0; i < named.length; i++) {
            namedRepeats[i] = Rounded.partOf(named[i], report.named().get(i).recidivism(), random);
            namedFirsts[i] = named[i] - namedRepeats[i];
        }
        var repeats = Rounded.partOf(targeted, report.figure().recidivism(), random);
        var freeRepeats = Apportion.over(
                repeats - (int) Apportion.sum(namedRepeats),
                free.stream().mapToInt(part -> part.targeted() - 1).toArray());
        var repeatsLeft = stageRepeats(report, stageSizes, repeats, random);
        var firstsLeft = new int[STAGES.size()];
        Arrays.setAll(firstsLeft, s -> stageSizes[s] - repeatsLeft[s]);
        for (int i = 0; i < freeRepeats.length; i++) {
            repeatsLeft[freeStages[i]] -= freeRepeats[i];
            firstsLeft[freeStages[i]] -= free.get(i).targeted() - freeRepeats[i];
        }
        var repeatsOf = Apportion.table(namedRepeats, repeatsLeft);
        var firstsOf = Apportion.table(namedFirsts, firstsLeft);
        aFirstBeforeEveryRepeat(repeatsOf, firstsOf);

        var blocks = new ArrayList<Block>();
        for (int i = 0; i < named.length; i++) {
            var row = report.named().get(i);
            var sizes = new int[STAGES.size()];
            for (int s = 0; s < sizes.length; s++) {
                sizes[s] = repeatsOf[i][s] + firstsOf[i][s];
            }
            var days = Days.of(named[i] - Days.share(named[i], 0, 0.04, random), row.p50Days(), row.p90Days(), random);
            var removed = Apportion.over(days.length, sizes);
            var from = 0;
            for (int s = 0; s < sizes.length; s++) {
                blocks.add(new Block(
                        Addressee.of(row),
                        STAGES.get(s),
                        sizes[s],
                        repeatsOf[i][s],
                        Arrays.copyOfRange(days, from, from + removed[s])));
                from += removed[s];
            }
        }
        blocks.addAll(FreeDays.of(report, free, freeStages, freeRepeats, blocks, random));
        return new Plan(blocks, detections(report, scale));
    }

    /** A provider without a row of its own, or a part of one. */
    record Free(Addressee addressee, int targeted, double openShare) {}

    private static List<Free> freePool(int size, double scale, Random random) {
        var free = new ArrayList<Free>();
        var archives = scaled(18_000 + random.nextInt(1, 400), scale);
        free.add(new Free(Addressee.archives(), archives / 2, 0.165));
        free.add(new Free(Addressee.archives(), archives - archives / 2, 0.165));
        var left = size - archives;
        var parts = Math.min(OTHERS, Math.max(3, left / 3));
        var sizes = Apportion.zipf(left, parts, (int) (SMALLEST_NAMED * scale) - 1, random);
        for (int i = 0; i < parts; i++) {
            free.add(new Free(Addressee.invented(i + 1), sizes[i], 0.08 * random.nextDouble()));
        }
        return free;
    }

    private static int[] stageSizes(int targeted, Random random) {
        var jitter = 1 + (random.nextDouble() - 0.5) / 50;
        var post = (int) (targeted * STAGE_SHARES[0] * jitter);
        var pre = (int) (targeted * STAGE_SHARES[1] * jitter);
        return new int[] {post, pre, targeted - post - pre};
    }

    /** One stage for each free part, so that the stages' sizes among them are like those of all; archives in two. */
    private static int[] stagesOf(List<Free> free, int[] stageSizes) {
        var all = free.stream().mapToInt(Free::targeted).sum();
        var quota = Apportion.over(all, stageSizes);
        var stages = new int[free.size()];
        stages[0] = 1;
        stages[1] = 2;
        quota[1] -= free.get(0).targeted();
        quota[2] -= free.get(1).targeted();
        for (int i = 2; i < stages.length; i++) {
            var most = 0;
            for (int s = 1; s < quota.length; s++) {
                most = quota[s] > quota[most] ? s : most;
            }
            stages[i] = most;
            quota[most] -= free.get(i).targeted();
        }
        return stages;
    }

    private static int[] stageRepeats(Report report, int[] sizes, int repeats, Random random) {
        var post = Rounded.partOf(sizes[0], report.stage(STAGES.get(0)).recidivism(), random);
        var pre = Rounded.partOf(sizes[1], report.stage(STAGES.get(1)).recidivism(), random);
        return new int[] {post, pre, repeats - post - pre};
    }

    /** Where a provider has repeats in a stage it has a first one there: exchanged with another provider if need be. */
    private static void aFirstBeforeEveryRepeat(int[][] repeats, int[][] firsts) {
        for (int p = 0; p < repeats.length; p++) {
            for (int s = 0; s < STAGES.size(); s++) {
                if (repeats[p][s] > 0 && firsts[p][s] == 0) {
                    exchange(repeats, firsts, p, s);
                }
            }
        }
    }

    private static void exchange(int[][] repeats, int[][] firsts, int p, int s) {
        for (int t = 0; t < STAGES.size(); t++) {
            for (int q = 0; q < firsts.length; q++) {
                if (t != s && q != p && spare(repeats, firsts, p, t) && spare(repeats, firsts, q, s)) {
                    move(firsts, p, t, s, 1);
                    move(firsts, q, s, t, 1);
                    return;
                }
            }
        }
        for (int t = 0; t < STAGES.size(); t++) {
            for (int q = 0; q < firsts.length; q++) {
                var many = repeats[p][s];
                if (t != s && q != p && firsts[p][t] > 0 && firsts[q][s] > 0 && repeats[q][t] >= many) {
                    move(repeats, p, s, t, many);
                    move(repeats, q, t, s, many);
                    return;
                }
            }
        }
        throw new IllegalArgumentException("the scale is too small");
    }

    private static boolean spare(int[][] repeats, int[][] firsts, int p, int s) {
        return firsts[p][s] > (repeats[p][s] > 0 ? 1 : 0);
    }

    private static void move(int[][] table, int p, int from, int to, int many) {
        table[p][from] -= many;
        table[p][to] += many;
    }

    private static int[] detections(Report report, double scale) {
        var post = scaled(report.stage(STAGES.get(0)).detections(), scale);
        var pre = scaled(report.stage(STAGES.get(1)).detections(), scale);
        return new int[] {post, pre, scaled(report.figure().detections(), scale) - post - pre};
    }

    static int scaled(int number, double scale) {
        return (int) Math.round(number * scale);
    }

    int targeted() {
        return blocks.stream().mapToInt(Block::targeted).sum();
    }
}
