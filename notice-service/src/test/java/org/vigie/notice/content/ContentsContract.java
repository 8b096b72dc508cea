package org.vigie.notice.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.removal.CaseExamples.START;
import static org.vigie.notice.removal.CaseExamples.UNASSESSED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.vigie.events.Category;
import org.vigie.events.Verification;
import org.vigie.notice.content.ContentUnit.Assessment;
import org.vigie.testing.Race;

/** What every {@link Contents} promises, and what is built on nothing else. */
public interface ContentsContract {

    Contents contents();

    @Test
    default void returnsWhatItStored() {
        var token = UUID.randomUUID().toString();
        assertThat(contents().find(token)).isEmpty();

        var stored = contents().save(Content.named(token)).orElseThrow();
        assertThat(contents().find(token)).hasValue(stored);
        assertThat(contents().save(stored.holding(verified("one")).givingWay("0")))
                .isPresent();

        assertThat(contents().find(token))
                .hasValueSatisfying(known -> assertThat(known.into()).isEqualTo("0"))
                .hasValueSatisfying(known -> assertThat(known.standing()).isEqualTo(verified("one")))
                .hasValueSatisfying(known -> assertThat(known.untold()).isTrue());
    }

    @Test
    default void refusesToOverwriteWhatItWasNotReadFrom() {
        var token = UUID.randomUUID().toString();
        contents().save(Content.named(token));
        var read = contents().find(token).orElseThrow();
        contents().save(read.holding(verified("one")));

        assertThat(contents().save(read.givingWay("0"))).isEmpty();
        assertThat(contents().save(Content.named(token))).isEmpty();
        assertThat(contents().find(token))
                .hasValueSatisfying(known -> assertThat(known.into()).isNull());
    }

    @Test
    default void ofManyWhoStoreAtOnceOneWins() {
        var token = UUID.randomUUID().toString();
        var named = Race.of(8, _ -> contents().save(Content.named(token)));
        assertThat(named).hasSize(1);

        var stored = Race.of(8, at -> contents().save(named.getFirst().holding(verified("desk " + at))));

        assertThat(stored).hasSize(1);
        assertThat(contents().find(token)).contains(stored.getFirst());
    }

    @Test
    default void tellsWhatCasesHaveToHear() {
        var token = UUID.randomUUID().toString();
        contents().save(Content.named(token));
        assertThat(contents().untold()).doesNotContain(token);

        contents().save(contents().find(token).orElseThrow().givingWay("0"));
        assertThat(contents().untold()).contains(token);

        contents().save(contents().find(token).orElseThrow().told());
        assertThat(contents().untold()).doesNotContain(token);
    }

    /** Pairs of hashes, some of them in several: four producers at once, twice each, in orders of their own. */
    @Test
    default void joinsTheSameInAnyOrderByAnyNumberAtOnce() throws Exception {
        var run = UUID.randomUUID() + "-";
        var random = new Random(42);
        var pairs = new ArrayList<List<String>>();
        for (int i = 0; i < 60; i++) {
            pairs.add(List.of(run + (char) ('A' + random.nextInt(50)), run + (char) ('A' + random.nextInt(50))));
        }
        var same = new SameContent(contents(), _ -> {});
        var producers = new ArrayList<Callable<Boolean>>();
        for (int producer = 0; producer < 4; producer++) {
            var own = new ArrayList<>(pairs);
            own.addAll(pairs);
            Collections.shuffle(own, new Random(producer));
            producers.add(() -> {
                own.forEach(same::join);
                return true;
            });
        }
        try (var threads = Executors.newFixedThreadPool(producers.size())) {
            for (var done : threads.invokeAll(producers)) {
                done.get();
            }
        }

        var expected = names(pairs);
        assertThat(new HashSet<>(expected.values()).size()).isBetween(2, expected.size() - 2);
        expected.forEach((token, name) -> {
            assertThat(same.of(token).token()).isEqualTo(name);
            assertThat(contents().find(token)).isPresent();
        });
    }

    /** What never gave way to anything has nothing to tell; what did after it was known has. */
    @Test
    default void tellsOnlyOfNamesThatCasesMayCarry() {
        var run = UUID.randomUUID().toString();
        var told = new ArrayList<String>();
        var same = new SameContent(contents(), told::add);

        same.join(List.of(run + "1", run + "2"));
        same.join(List.of(run + "3"));
        assertThat(told).isEmpty();

        assertThat(same.join(List.of(run + "3", run + "2")).token()).isEqualTo(run + "1");
        assertThat(told).containsExactly(run + "3");
        same.join(List.of(run + "3", run + "1"));
        assertThat(told).hasSize(1);
    }

    @Test
    default void holdsTheLatestDecisionWhateverCameFirst() {
        var token = UUID.randomUUID().toString();
        var same = new SameContent(contents(), _ -> {});
        var first = decided(Verification.NOT_ILLEGAL, 1);
        var last = decided(Verification.VERIFIED, 2);

        assertThat(same.hold(same.join(List.of(token)).token(), last).standing())
                .isEqualTo(last);
        assertThat(same.hold(token, first).standing()).isEqualTo(last);
        assertThat(same.hold(token, verified("other")).standing()).isEqualTo(last);
        assertThat(contents().untold()).contains(token);
    }

    static Verdict verified(String organisation) {
        var assessment = new Assessment(
                UNASSESSED.maturation(), UNASSESSED.act(), "interpol", "baseline", organisation, 2, null, null, null);
        return new Verdict(Verification.VERIFIED, Category.CSAM, assessment, START, null, null);
    }

    private static Verdict decided(Verification verification, int hours) {
        return new Verdict(
                verification, Category.CSAM, UNASSESSED, null, START.plusSeconds(3600L * hours), new UUID(0, hours));
    }

    /** The smallest token of each class, found by joining until nothing changes. */
    private static Map<String, String> names(List<List<String>> pairs) {
        var names = new HashMap<String, String>();
        pairs.forEach(pair -> pair.forEach(token -> names.put(token, token)));
        var before = Map.<String, String>of();
        while (!before.equals(names)) {
            before = Map.copyOf(names);
            for (var pair : pairs) {
                var one = names.getOrDefault(pair.getFirst(), "");
                var other = names.getOrDefault(pair.getLast(), "");
                var smaller = one.compareTo(other) < 0 ? one : other;
                pair.forEach(token -> names.put(token, smaller));
            }
        }
        return names;
    }
}
