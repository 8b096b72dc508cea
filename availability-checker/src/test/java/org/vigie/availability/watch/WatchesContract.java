package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;

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
        var stored = watches().save(aWatch(looks));

        assertThat(watches().find(stored.caseId())).contains(stored);
    }

    @Test
    default void refusesToOverwriteANewerVersion() {
        var first = watches().save(aWatch(1));
        watches().save(first);

        assertThatThrownBy(() -> watches().save(first)).isInstanceOf(StaleWatch.class);
    }

    @Test
    default void refusesToStoreTheSameCaseTwiceAsNew() {
        var watch = aWatch(1);
        watches().save(watch);

        assertThatThrownBy(() -> watches().save(watch)).isInstanceOf(StaleWatch.class);
    }

    @Test
    default void findsWhatIsDueInAPartition() {
        var due = watches().save(aWatch(1));
        var idle = watches().save(aWatch(1).withDue(null));

        assertThat(watches().due(List.of(0, 1)))
                .extracting(Watch::caseId)
                .contains(due.caseId())
                .doesNotContain(idle.caseId());
        assertThat(watches().due(List.of(5))).isEmpty();
    }

    /** A watch that went through the first so many of: seen, blocked, gone, gone, seen again. */
    static Watch aWatch(int looks) {
        var signals = List.of(Signal.REACHABLE, Signal.BLOCKED, Signal.GONE_410, Signal.GONE_410, Signal.REACHABLE);
        var watch = LifeSimulation.watch(new Random());
        for (int i = 0; i < looks; i++) {
            var at = START.plusSeconds(7200L * (i + 1));
            var signal = signals.get(i);
            watch = watch.observed(
                    new Observed(at, signal, true, Set.of("first", "second"), 2, 1, false),
                    new Look(at, signal, "HTTP_1", 1, "00aa", "00bb", "lists 1"),
                    new CheckSchedule(Hazards.NONE),
                    null);
        }
        assertThat(watch.flags()).isEqualTo(looks == 2 ? EnumSet.of(Flag.BLOCKED) : Set.of());
        return watch;
    }
}
