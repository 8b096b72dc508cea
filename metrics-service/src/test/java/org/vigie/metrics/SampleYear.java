package org.vigie.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.events.Verification;
import org.vigie.events.availability.Watermark;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.metrics.ledger.Events;
import org.vigie.metrics.ledger.Events.Targeting;

/**
 * Invented providers in January to March 2025: quick, slow, with many open, with many repeats, too small to be named.
 */
final class SampleYear {

    private static final long SEED = 20_250_101;
    private static final int START = -365 * 24;
    private static final int QUARTER = 90 * 24;
    /** Two thirds of a year later: slow removals have been seen. */
    private static final int CHECKED = START + 240 * 24;

    /**
     * What is invented of one.
     *
     * @param median of its removal times, in hours
     * @param open of a hundred targetings
     * @param repeats of a hundred targetings
     */
    private record Habit(
            String name,
            Role role,
            @Nullable String country,
            int targetings,
            int median,
            int open,
            int repeats,
            @Nullable String apart) {}

    private static final List<Habit> HABITS = List.of(
            habit("Image Corner", Role.CONTENT_ADMIN, "US", 600, 9, 0, 88),
            habit("Northern Light Hosting B.V.", Role.HOST, "NL", 330, 140, 8, 93),
            habit("Edge & <Cache>", Role.CDN, "US", 230, 15, 3, 49),
            habit("Very Long Name of a Hosting Provider GmbH & Co. KG", Role.HOST, "DE", 180, 60, 12, 34),
            habit("picsharing.test", Role.CONTENT_ADMIN, null, 160, 40, 1, 26),
            habit("Hébergement Exemple SAS", Role.HOST, "FR", 110, 190, 30, 6),
            habit("Slow Rack Ltd", Role.HOST, "GB", 100, 650, 55, 35),
            habit("album.test", Role.CONTENT_ADMIN, "CA", 80, 20, 0, 5),
            habit("Registrar Example", Role.REGISTRAR, "IS", 60, 300, 20, 0),
            habit("Small Host", Role.HOST, "SE", 40, 30, 4, 10),
            habit("Upstream Example", Role.UPSTREAM, "US", 12, 400, 40, 0),
            new Habit("Archive Store", Role.HOST, "FR", 120, 900, 60, 40, "Archives were counted in another way."));

    private final List<ProviderSnapshot> providers = new ArrayList<>();
    private final List<TargetingSnapshot> targetings = new ArrayList<>();
    private final List<CaseSnapshot> cases = new ArrayList<>();

    SampleYear() {
        var random = new Random(SEED);
        HABITS.forEach(habit -> invent(habit, random));
    }

    List<ProviderSnapshot> providers() {
        return providers;
    }

    List<TargetingSnapshot> targetings() {
        return targetings;
    }

    List<CaseSnapshot> cases() {
        return cases;
    }

    List<Watermark> watermarks() {
        return List.of(new Watermark(0, Events.at(CHECKED)));
    }

    private void invent(Habit habit, Random random) {
        providers.add(new ProviderSnapshot(
                Events.id(habit.name),
                1,
                habit.name,
                null,
                habit.role,
                habit.country,
                null,
                null,
                null,
                false,
                habit.apart,
                List.of()));
        var fresh = 0;
        for (int i : IntStream.range(0, habit.targetings).toArray()) {
            var content = random.nextInt(100) < habit.repeats ? random.nextInt(1 + fresh) : ++fresh;
            var name = habit.name + i;
            var hash = habit.name + "-" + content;
            var sent = START + (double) QUARTER * i / habit.targetings;
            targetings.add(targeting(habit, name, hash, sent, random).snapshot());
            cases.add(Events.aCase(
                    name,
                    habit.name,
                    Action.NOTIFIED,
                    false,
                    Events.content(hash, Verification.VERIFIED, sent - 2, 1 + random.nextInt(9))));
        }
    }

    private static Targeting targeting(Habit habit, String name, String hash, double sent, Random random) {
        var stage = random.nextInt(5) == 0
                ? Maturation.POSTPUBESCENT
                : random.nextInt(4) == 0 ? Maturation.UNDETERMINED : Maturation.PREPUBESCENT;
        var open = Targeting.of(name, hash, habit.name, sent).in(1, habit.role).stage(stage);
        if (random.nextInt(100) < habit.open) {
            return open;
        }
        var hours = 1 + habit.median * Math.exp(1.2 * random.nextGaussian());
        return sent + hours < CHECKED ? open.removedAfter(hours) : open;
    }

    private static Habit habit(
            String name, Role role, @Nullable String country, int targetings, int median, int open, int repeats) {
        return new Habit(name, role, country, targetings, median, open, repeats, null);
    }
}
