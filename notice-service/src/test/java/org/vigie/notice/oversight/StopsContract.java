package org.vigie.notice.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.testing.Race;

/** What every {@link Stops} promises. */
public interface StopsContract {

    Stops stops();

    @Test
    default void theLatestHoldsAndEveryoneIsKept() {
        var before = stops().now();
        var one = stop(before.version() + 1, Set.of(UUID.randomUUID()));
        var other = stop(before.version() + 2, Set.of());

        assertThat(stops().save(one)).isPresent();
        assertThat(stops().now()).isEqualTo(one);
        assertThat(stops().save(other)).isPresent();

        assertThat(stops().now()).isEqualTo(other);
        assertThat(stops().said(null, 2)).containsExactly(other, one);
        assertThat(stops().said(other.version(), 1)).containsExactly(one);
    }

    @Test
    default void ofManyWhoReadTheSameOneIsStored() {
        var version = stops().now().version() + 1;

        var stored = Race.of(8, _ -> stops().save(stop(version, Set.of(UUID.randomUUID()))));

        assertThat(stored).containsExactly(stops().now());
        assertThat(stops().save(stop(version, Set.of()))).isEmpty();
    }

    private static Stop stop(long version, Set<UUID> providers) {
        return new Stop(false, providers, "one", "because", Instant.parse("2026-01-05T10:00:00Z"), version);
    }
}
