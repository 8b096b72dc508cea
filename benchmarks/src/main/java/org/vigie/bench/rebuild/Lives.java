package org.vigie.bench.rebuild;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.End;

/**
 * Invented targetings in the proportions of the research: 760 providers by Zipf 1.05, three stages, 36 months, removal
 * times lognormal with a Pareto tail, about 6.6 % open and 31 % repeated. A case holds 4.5 of them on average, all at
 * its host. The same seed makes the same ones.
 */
final class Lives {

    private static final int PROVIDERS = 760;
    private static final double ZIPF = 1.05;
    private static final double OPEN = 0.066;
    private static final double REPEATED = 0.311;
    private static final double TAIL = 0.1;
    private static final double NEW_CASE = 1 / 4.5;
    private static final long BEGINNING = 1_514_764_800_000L; // 2018-01-01
    private static final long PERIOD = 1096L * 86_400_000;
    private static final long HOUR = 3_600_000;

    private final Random random = new Random(20210608);
    private final double[] upTo = new double[PROVIDERS];
    private final UUID[] providers = new UUID[PROVIDERS];
    private final int[] contents = new int[PROVIDERS];
    private final @Nullable OpenCase[] cases = new OpenCase[PROVIDERS];
    private final Consumer<OpenCase> complete;

    /** Cases are handed on once nothing is added to them any more. */
    Lives(Consumer<OpenCase> complete) {
        this.complete = complete;
        var sum = 0.0;
        for (int i = 0; i < PROVIDERS; i++) {
            sum += 1 / Math.pow(i + 1, ZIPF);
            upTo[i] = sum;
            providers[i] = UUID.nameUUIDFromBytes(("provider " + i).getBytes(StandardCharsets.UTF_8));
        }
    }

    TargetingSnapshot next() {
        var drawn = Arrays.binarySearch(upTo, random.nextDouble() * upTo[PROVIDERS - 1]);
        var provider = Math.min(PROVIDERS - 1, drawn < 0 ? -drawn - 1 : drawn);
        var again = contents[provider] > 0 && random.nextDouble() < REPEATED;
        var content = again ? random.nextInt(contents[provider]) : contents[provider]++;
        var contentRandom = new Random(31L * content + provider);
        var token = new byte[32];
        contentRandom.nextBytes(token);
        var stage = contentRandom.nextInt(10);
        var handover = BEGINNING + random.nextLong(PERIOD);
        var removalCase = caseAt(provider);
        var removed = random.nextDouble() < OPEN ? null : Long.valueOf(handover + (long) (hours() * HOUR));
        var targeting = new TargetingSnapshot(
                id(random),
                2,
                removalCase.id,
                id(contentRandom),
                1,
                providers[provider],
                Role.HOST,
                ContentKind.MEDIA,
                Category.CSAM,
                stage == 0 ? Maturation.POSTPUBESCENT : stage < 7 ? Maturation.PREPUBESCENT : Maturation.UNDETERMINED,
                Base64.getUrlEncoder().withoutPadding().encodeToString(token),
                handover,
                handover + random.nextInt(60_000),
                removed == null ? null : Long.valueOf(removed - HOUR),
                removed,
                removed,
                null,
                false,
                0,
                1,
                0,
                removed == null ? End.OPEN : End.REMOVED,
                null,
                null,
                List.of());
        removalCase.add(targeting);
        return targeting;
    }

    /** Hands on the cases that are still open. */
    void end() {
        for (var one : cases) {
            if (one != null) {
                complete.accept(one);
            }
        }
    }

    private OpenCase caseAt(int provider) {
        var last = cases[provider];
        if (last != null && random.nextDouble() >= NEW_CASE) {
            return last;
        }
        if (last != null) {
            complete.accept(last);
        }
        var next = new OpenCase(id(random));
        cases[provider] = next;
        return next;
    }

    private double hours() {
        return random.nextDouble() < TAIL
                ? Math.min(20_000, 200 / Math.pow(1 - random.nextDouble(), 0.8))
                : Math.exp(3 + 1.2 * random.nextGaussian());
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
