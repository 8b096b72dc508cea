package org.vigie.bench.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Category;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.End;

/** Makes the events of a plan up, block by block. The same plan and random numbers make the same events. */
final class Invention {

    static final Instant BEGINNING = Instant.parse("2018-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2021-01-01T00:00:00Z");
    /** Everything that ends has ended by then. */
    static final Instant CHECKED = Instant.parse("2022-01-02T00:00:00Z");

    private static final long DAY = 86_400_000;
    private static final double SAME_URL_AGAIN = 0.4;
    private static final double HELD = 0.01;
    private static final double BOUNCED = 0.01;
    /** Sightings on the dark web, of all: 97 % were on the clear web (finding 5). */
    private static final double DARK = 0.03;
    /** Of the archives: more than 2.7 million (finding 4). */
    private static final int SIGHTINGS_OF_ARCHIVES = 2_702_000;

    private static final int MEMBERS_OF_ARCHIVES = 1_090_000;

    private final Plan plan;
    private final double scale;
    private final Random random;
    private final Events events;

    Invention(Plan plan, double scale, Random random, Events events) {
        this.plan = plan;
        this.scale = scale;
        this.random = random;
        this.events = events;
    }

    /** Sends everything. */
    void tell() {
        var archives = plan.blocks().stream()
                .filter(block -> block.addressee().apart() != null)
                .toList();
        for (int s = 0; s < Plan.STAGES.size(); s++) {
            var stage = Plan.STAGES.get(s);
            var dark = (int) (plan.detections()[s] * DARK);
            var left = plan.detections()[s] - dark;
            for (var block : archives) {
                if (block.stage() == stage) {
                    var sightings = Plan.scaled(SIGHTINGS_OF_ARCHIVES / archives.size(), scale);
                    tell(block, sightings);
                    left -= sightings;
                }
            }
            var others = plan.blocks().stream()
                    .filter(block -> block.stage() == stage && block.addressee().apart() == null)
                    .toList();
            tellAll(others, left);
            tellDark(others.getFirst(), dark);
        }
    }

    private void tellAll(List<Block> blocks, int sightings) {
        long left = sightings;
        long targetingsLeft = blocks.stream().mapToLong(Block::targeted).sum();
        for (var block : blocks) {
            if (block.targeted() > 0) {
                var share = Math.round((double) left * block.targeted() / targetingsLeft);
                tell(block, (int) share);
                left -= share;
                targetingsLeft -= block.targeted();
            }
        }
    }

    private void tellDark(Block like, int sightings) {
        var stories = new ArrayList<Story>();
        for (int i = 0; i <= sightings / 100; i++) {
            stories.add(Story.dark(like, anyInstant(), random));
        }
        tellCases(stories, sightings);
    }

    private void tell(Block block, int sightings) {
        var ends = Arrays.copyOf(block.days(), block.targeted()); // 0: open
        for (int i = ends.length - 1; i > 0; i--) {
            var j = random.nextInt(i + 1);
            var swapped = ends[i];
            ends[i] = ends[j];
            ends[j] = swapped;
        }
        var stories = new ArrayList<Story>();
        var at = 0;
        for (var times : occurrences(block)) {
            tellContent(block, times, Arrays.copyOfRange(ends, at, at + times.length), stories);
            at += times.length;
        }
        tellCases(stories, sightings);
    }

    /** When each distinct content was targeted; a few come back often. */
    private List<long[]> occurrences(Block block) {
        var counts = new int[block.distinct()];
        Arrays.fill(counts, 1);
        for (int i = 0; i < block.repeats(); i++) {
            var skewed = random.nextDouble();
            counts[(int) (counts.length * skewed * skewed)]++;
        }
        return Arrays.stream(counts).mapToObj(this::instants).toList();
    }

    /** So many instants of the period, each later than the one before. */
    private long[] instants(int count) {
        var times = new long[count];
        Arrays.setAll(times, _ -> anyInstant());
        Arrays.sort(times);
        for (int i = 1; i < count; i++) {
            times[i] = Math.max(times[i], times[i - 1] + 1);
        }
        return times;
    }

    private long anyInstant() {
        var before = END.toEpochMilli() - DAY;
        return random.nextLong(BEGINNING.toEpochMilli() + DAY, before);
    }

    private void tellContent(Block block, long[] times, int[] days, List<Story> stories) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var contentId = Story.id(random);
        Story story = null;
        Long gone = null;
        for (int i = 0; i < times.length; i++) {
            if (story != null && gone != null && gone < times[i] && random.nextDouble() < SAME_URL_AGAIN) {
                story.cycle++;
            } else {
                story = Story.targeted(block, contentId, token, times[i], random);
                stories.add(story);
            }
            gone = tellTargeting(story, times[i], days[i]);
        }
    }

    /** Sends a targeting and returns when it was removed, null if it was not. */
    private @Nullable Long tellTargeting(Story story, long handover, int day) {
        var held = random.nextDouble() < HELD ? DAY / 4 : 0;
        var removed = day == 0 ? null : Long.valueOf(handover + held + (day - 1) * DAY + 1 + random.nextLong(DAY));
        var bounced = random.nextDouble() < BOUNCED;
        events.send(new TargetingSnapshot(
                Story.id(random),
                3,
                story.caseId,
                story.contentId,
                story.cycle,
                story.block.addressee().id(),
                story.block.addressee().type(),
                story.kind(),
                Category.CSAM,
                story.block.stage(),
                story.token,
                handover,
                bounced ? null : Long.valueOf(handover + 30_000),
                removed == null ? null : Long.valueOf(removed - 3_600_000),
                removed,
                removed,
                null,
                false,
                held,
                1 + (day > 1 || day == 0 ? 1 : 0),
                bounced ? 1 : 0,
                removed == null ? End.OPEN : End.REMOVED,
                null,
                null,
                List.of()));
        return removed;
    }

    /** Sends the cases with all the sightings, at least one each. */
    private void tellCases(List<Story> stories, int sightings) {
        long left = sightings;
        var members = (double) Plan.scaled(MEMBERS_OF_ARCHIVES / 2, scale) / Math.max(1, stories.size());
        for (int i = 0; i < stories.size(); i++) {
            var others = stories.size() - i - 1;
            var mean = (double) left / (others + 1);
            var drawn = others == 0 ? left : Math.round(mean * -Math.log(1 - random.nextDouble()));
            var seen = (int) Math.clamp(drawn, 1, left - others);
            left -= seen;
            events.send(stories.get(i).snapshot(seen, (int) Math.round(members * 2 * random.nextDouble())));
        }
    }
}
