package org.vigie.metrics.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.events.Confidence;
import org.vigie.events.ContentKind;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.Watermark;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.ActedBy;
import org.vigie.events.removal.TargetingSnapshot.End;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.ledger.Events;
import org.vigie.metrics.ledger.Events.Targeting;
import org.vigie.metrics.ledger.MemorySnapshots;
import org.vigie.metrics.provider.MemoryProviderCopies;
import org.vigie.metrics.provider.Providers;
import org.vigie.metrics.publication.Figures.Group;
import org.vigie.metrics.publication.Figures.Named;
import org.vigie.metrics.publication.Publication.Period;
import org.vigie.metrics.removal.MeasureGroups;
import org.vigie.metrics.removal.MeasureProviders;
import org.vigie.metrics.volume.MeasureVolume;
import org.vigie.testing.MutableClock;

/** A reader who solves for what is hidden, with every number of every table of a publication. */
class SubtractionTests {

    private static final int SMALLEST = 10;
    private static final List<String> COUNTS =
            List.of("targeted", "removed", "open", "moved", "own", "other", "unknown", "repeats", "fresh");

    private final MutableClock clock = MutableClock.at("2026-12-01T00:00:00Z");
    private final Bookkeeping bookkeeping = new Bookkeeping(
            new MemorySnapshots<>(TargetingSnapshot::targetingId, TargetingSnapshot::version),
            new MemorySnapshots<>(CaseSnapshot::caseId, CaseSnapshot::version),
            new MemorySnapshots<>(AvailabilitySnapshot::caseId, AvailabilitySnapshot::version),
            new MemorySnapshots<>(Watermark::partition, Watermark::version),
            clock);
    private final Providers providers = new Providers(new MemoryProviderCopies(), bookkeeping);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
    void noSmallCountIsWorkedOutFromAllTablesTogether(int seed) {
        count(new Random(seed));
        var truth = rows(figures(1));
        var shown = rows(figures(SMALLEST));

        var told = new Reader(shown).bounds(truth);

        // The narrowest of all seeds holds four values: 4, 5, 6 and 7.
        assertThat(told)
                .as("what was small and hidden, and its bounds")
                .allSatisfy((name, bounds) ->
                        assertThat(bounds[2] - bounds[0]).as(name).isGreaterThanOrEqualTo(1));
    }

    /** Counts by name of the row; absent where they are hidden. */
    private static Map<String, Map<String, @Nullable Long>> rows(Figures figures) {
        var rows = new LinkedHashMap<String, Map<String, @Nullable Long>>();
        rows.put("total", counts(figures.total()));
        for (Named named : figures.named()) {
            rows.put("named/" + named.group() + "/" + named.providerId() + named.role(), counts(named.figure()));
        }
        put(rows, "type", figures.types());
        put(rows, "stage", figures.stages());
        put(rows, "category", figures.categories());
        put(rows, "country", figures.countries());
        return rows;
    }

    private static void put(Map<String, Map<String, @Nullable Long>> rows, String table, List<Group> groups) {
        groups.forEach(group -> rows.put(table + "/" + group.group(), counts(group.figure())));
    }

    private static Map<String, @Nullable Long> counts(Figure figure) {
        var counts = new LinkedHashMap<String, @Nullable Long>();
        counts.put("targeted", figure.targeted());
        counts.put("removed", figure.removed());
        counts.put("open", figure.open());
        counts.put("moved", figure.moved());
        var by = figure.beside() == null ? null : figure.beside().removedBy();
        counts.put("own", by == null ? null : (Long) by.ownAction());
        counts.put("other", by == null ? null : (Long) by.actedByOther());
        counts.put("unknown", by == null ? null : (Long) by.notKnown());
        var share = figure.recidivism();
        var of = figure.targeted();
        var repeats = share == null || of == null ? null : (Long) Math.round(share * of);
        counts.put("repeats", repeats);
        counts.put("fresh", repeats == null || of == null ? null : (Long) (of - repeats));
        return counts;
    }

    /** Knows what adds up to what, and the numbers that are shown. */
    private static final class Reader {

        private final Map<String, Map<String, @Nullable Long>> shown;
        private final List<String> unknown = new ArrayList<>();
        private final List<Map<String, Integer>> sums = new ArrayList<>();

        private Reader(Map<String, Map<String, @Nullable Long>> shown) {
            this.shown = shown;
            shown.keySet().forEach(row -> {
                sum(row + ":targeted", List.of(row + ":removed", row + ":open", row + ":moved"));
                sum(row + ":removed", List.of(row + ":own", row + ":other", row + ":unknown"));
                // What has no hash is in neither.
                sum(row + ":targeted", List.of(row + ":repeats", row + ":fresh", row + ":unhashed"));
            });
            for (var count : COUNTS) {
                for (var table : List.of("stage/", "category/", "country/")) {
                    sum("total:" + count, among(table, count).toList());
                }
                shown.keySet().stream().filter(row -> row.startsWith("type/")).forEach(row -> {
                    var named = among(row.replace("type/", "named/") + "/", count);
                    sum(
                            row + ":" + count,
                            Stream.concat(named, Stream.of(row + "/rest:" + count))
                                    .toList());
                });
            }
        }

        private Stream<String> among(String table, String count) {
            return shown.keySet().stream().filter(row -> row.startsWith(table)).map(row -> row + ":" + count);
        }

        private void sum(String whole, List<String> parts) {
            var sum = new LinkedHashMap<String, Integer>();
            parts.forEach(part -> sum.put(part, 1));
            sum.put(whole, -1);
            sums.add(sum);
            sum.keySet().stream()
                    .filter(cell -> value(shown, cell) == null && !unknown.contains(cell))
                    .forEach(unknown::add);
        }

        private static @Nullable Long value(Map<String, Map<String, @Nullable Long>> rows, String cell) {
            var colon = cell.indexOf(':');
            var row = rows.get(cell.substring(0, colon));
            return row == null ? null : row.get(cell.substring(colon + 1));
        }

        /** By name of each small hidden count: the least that it can be, what it is, and the most. */
        private Map<String, double[]> bounds(Map<String, Map<String, @Nullable Long>> truth) {
            var matrix = new double[sums.size()][unknown.size() + 1];
            for (int i = 0; i < matrix.length; i++) {
                for (var term : sums.get(i).entrySet()) {
                    var value = value(shown, term.getKey());
                    if (value == null) {
                        matrix[i][unknown.indexOf(term.getKey())] += term.getValue();
                    } else {
                        matrix[i][unknown.size()] -= term.getValue() * value;
                    }
                }
            }
            var bounds = new LinearBounds(matrix, unknown.size());
            var told = new LinkedHashMap<String, double[]>();
            for (int i = 0; i < unknown.size(); i++) {
                var is = value(truth, unknown.get(i));
                if (is != null && is > 0 && is < SMALLEST) {
                    told.put(unknown.get(i), new double[] {bounds.smallest(i), is, bounds.largest(i)});
                }
            }
            return told;
        }
    }

    private Figures figures(int smallest) {
        var rules = new PublicationRules(
                Publisher.parse("Example hotline <contact@hotline.example>"), false, Duration.ofDays(90), 60, smallest);
        var volume = new MeasureVolume(bookkeeping, providers);
        return new FreezeFigures(
                        new MeasureProviders(bookkeeping, providers),
                        new MeasureGroups(bookkeeping, providers, volume),
                        volume,
                        rules)
                .of(new Period(YearMonth.of(2026, 1), YearMonth.of(2026, 1)), Instant.parse("2026-11-01T00:00:00Z"));
    }

    /** Some providers of some types in some countries, each with many, few or none of every stage. */
    private void count(Random random) {
        var targetings = new ArrayList<TargetingSnapshot>();
        for (int p = 0; p < 5; p++) {
            providers.on(new ProviderSnapshot(
                    Events.id("P" + p),
                    1,
                    "P" + p,
                    null,
                    p % 2 == 0 ? Role.HOST : Role.CDN,
                    List.of("FR", "DE", "US").get(random.nextInt(3)),
                    null,
                    null,
                    null,
                    false,
                    null,
                    List.of()));
            for (var stage : List.of(Maturation.PREPUBESCENT, Maturation.POSTPUBESCENT, Maturation.UNDETERMINED)) {
                var many = random.nextInt(4) == 0 ? random.nextInt(SMALLEST) : random.nextInt(60);
                for (int i = 0; i < many; i++) {
                    targetings.add(targeting(random, "P" + p, stage + "-" + i, stage));
                }
            }
        }
        bookkeeping.targetings(targetings);
        bookkeeping.watermarks(
                List.of(new Watermark(0, Instant.parse("2026-11-15T00:00:00Z").toEpochMilli())), 10);
    }

    private static TargetingSnapshot targeting(Random random, String provider, String name, Maturation stage) {
        var content = random.nextInt(3) == 0 ? "often" + random.nextInt(4) : provider + name;
        var began = Targeting.of(provider + name, content, provider, 10 + random.nextInt(300))
                .stage(stage);
        var after = 1.0 + random.nextInt(500);
        var ended = switch (random.nextInt(10)) {
            case 0 -> began;
            case 1 -> began.ended(End.MOVED, began.handedOver() + after);
            default -> began.removedAfter(after);
        };
        var snapshot = ended.snapshot();
        return ended.end() == End.REMOVED ? Events.like(snapshot, ContentKind.MEDIA, acted(random)) : snapshot;
    }

    /** A host acts on its own account and a CDN does not, or the other way round; for some it is not known. */
    private static @Nullable ActedBy acted(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> new ActedBy(Role.CDN, null, Confidence.HIGH);
            default -> new ActedBy(Role.HOST, null, Confidence.HIGH);
        };
    }
}
