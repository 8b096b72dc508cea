package org.vigie.registry.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.End;

/** What every place that keeps track records promises. */
public interface TrackRecordsContract {

    Instant NOW = Instant.parse("2026-04-05T00:00:00Z");

    TrackRecords trackRecords();

    @Test
    default void countsWhatWasRemovedWithinADayHeldTimeTakenOff() {
        var provider = UUID.randomUUID();
        trackRecords().keep(targeting(UUID.randomUUID(), 1, provider, 10, Duration.ofHours(24), 0, End.REMOVED));
        trackRecords().keep(targeting(UUID.randomUUID(), 1, provider, 10, Duration.ofHours(25), 0, End.REMOVED));
        trackRecords()
                .keep(targeting(
                        UUID.randomUUID(),
                        1,
                        provider,
                        10,
                        Duration.ofHours(30),
                        Duration.ofHours(6).toMillis(),
                        End.REMOVED));
        trackRecords().keep(targeting(UUID.randomUUID(), 1, provider, 10, null, 0, End.OPEN));
        trackRecords().keep(targeting(UUID.randomUUID(), 1, provider, 10, null, 0, End.VOID));
        trackRecords().keep(targeting(UUID.randomUUID(), 1, provider, 91, null, 0, End.OPEN));
        trackRecords().keep(targeting(UUID.randomUUID(), 1, UUID.randomUUID(), 10, null, 0, End.OPEN));

        assertThat(of(provider)).isEqualTo(new Responsiveness(4, 2));
    }

    @Test
    default void keepsTheNewestWhateverTheOrder() {
        var provider = UUID.randomUUID();
        var id = UUID.randomUUID();
        trackRecords().keep(targeting(id, 2, provider, 10, Duration.ofHours(1), 0, End.REMOVED));
        trackRecords().keep(targeting(id, 1, provider, 10, null, 0, End.OPEN));
        trackRecords().keep(targeting(id, 2, provider, 10, Duration.ofHours(1), 0, End.REMOVED));

        assertThat(of(provider)).isEqualTo(new Responsiveness(1, 1));
    }

    @Test
    default void knowsNothingOfAStranger() {
        assertThat(of(UUID.randomUUID())).isEqualTo(Responsiveness.UNKNOWN);
    }

    private Responsiveness of(UUID provider) {
        return trackRecords().of(provider, NOW.minus(Duration.ofDays(90)), NOW);
    }

    private static TargetingSnapshot targeting(
            UUID id, long version, UUID provider, int daysAgo, @Nullable Duration removedAfter, long heldMs, End end) {
        var handedOver = NOW.minus(Duration.ofDays(daysAgo)).toEpochMilli();
        var removed = removedAfter == null ? null : handedOver + removedAfter.toMillis();
        return new TargetingSnapshot(
                id,
                version,
                new UUID(0, 1),
                new UUID(0, 2),
                1,
                provider,
                Role.HOST,
                ContentKind.MEDIA,
                Category.CSAM,
                Maturation.UNDETERMINED,
                null,
                handedOver,
                handedOver,
                null,
                removed,
                removed,
                null,
                false,
                heldMs,
                1,
                0,
                end,
                null,
                null,
                List.of());
    }
}
