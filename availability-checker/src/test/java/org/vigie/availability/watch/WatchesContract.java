package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.events.Locator;
import org.vigie.events.ProbeRule;
import org.vigie.events.SealedUrl;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.testing.Race;

/** What every {@link Watches} promises. */
public interface WatchesContract {

    Instant START = Instant.parse("2026-01-05T10:00:00Z");

    Watches watches();

    @Test
    default void findsNothingOfACaseItNeverHeardOf() {
        assertThat(watches().find(UUID.randomUUID())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    default void returnsWhatItStored(int looks) {
        var stored = watches().save(aWatch(looks)).orElseThrow();

        assertThat(watches().find(stored.caseId())).contains(stored);
    }

    @Test
    default void refusesToOverwriteANewerVersion() {
        var first = watches().save(aWatch(1)).orElseThrow();
        watches().save(first);

        assertThat(watches().save(first)).isEmpty();
    }

    @Test
    default void refusesToStoreTheSameCaseTwiceAsNew() {
        var watch = aWatch(1);
        watches().save(watch);

        assertThat(watches().save(watch)).isEmpty();
    }

    @Test
    default void ofManyWhoStoreAtOnceOneWins() {
        var begun = aWatch(1);
        var first = Race.of(8, _ -> watches().save(begun));
        assertThat(first).hasSize(1);

        var stored = Race.of(8, at -> watches().save(first.getFirst().withDue(START.plusSeconds(at))));

        assertThat(stored).hasSize(1);
        assertThat(watches().find(begun.caseId())).contains(stored.getFirst());
    }

    @Test
    default void findsWhatIsDueInAPartition() {
        var due = watches().save(aWatch(1)).orElseThrow();
        var idle = watches().save(aWatch(1).withDue(null)).orElseThrow();

        assertThat(watches().due(List.of(0, 1)))
                .extracting(Watch::caseId)
                .contains(due.caseId())
                .doesNotContain(idle.caseId());
        assertThat(watches().due(List.of(5))).isEmpty();
    }

    @Test
    default void tellsTheLivesThatBeganSinceAnInstant() {
        var provider = UUID.randomUUID();
        watches().save(removed(UUID.randomUUID(), provider, START, Duration.ofHours(10)));
        watches().save(removed(UUID.randomUUID(), provider, START.minus(Duration.ofDays(400)), Duration.ofHours(10)));
        var lives = new ArrayList<Hazards.Life>();

        watches().forEachLife(START.minus(Duration.ofDays(365)), lives::add);

        assertThat(lives)
                .filteredOn(life -> provider.equals(life.provider()))
                .containsExactly(new Hazards.Life(provider, Duration.ofHours(10), true));
    }

    /** A watch over content that was removed so long after it began; the interval lies around that instant. */
    static Watch removed(UUID caseId, UUID provider, Instant started, Duration after) {
        var watch = Watch.over(caseId, 0)
                .assigned(new Assignment(1, true, Locator.MEDIA, ProbeRule.ANY, provider, null, null), 0, started)
                .placed(new Place(1, new SealedUrl("location-1", ""), null), 0, started);
        var removedAt = started.plus(after);
        var looks = Map.of(
                started,
                Signal.REACHABLE,
                removedAt.minus(Duration.ofHours(1)),
                Signal.REACHABLE,
                removedAt.plus(Duration.ofHours(1)),
                Signal.GONE_410,
                removedAt.plus(Duration.ofHours(3)),
                Signal.GONE_410);
        for (var look : new TreeMap<>(looks).entrySet()) {
            watch = Checks.after(watch, look.getValue(), look.getKey());
        }
        return watch;
    }

    /** A watch that went through the first so many of: seen, blocked, gone, gone, seen again. */
    static Watch aWatch(int looks) {
        var signals = List.of(Signal.REACHABLE, Signal.BLOCKED, Signal.GONE_410, Signal.GONE_410, Signal.REACHABLE);
        var watch = LifeSimulation.watch(new Random());
        for (int i = 0; i < looks; i++) {
            watch = Checks.after(watch, signals.get(i), START.plusSeconds(7200L * (i + 1)));
        }
        assertThat(watch.flags()).isEqualTo(looks == 2 ? EnumSet.of(Flag.BLOCKED) : Set.of());
        return watch;
    }
}
