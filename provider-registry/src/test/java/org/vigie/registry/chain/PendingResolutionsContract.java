package org.vigie.registry.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every place that keeps pending resolutions promises. */
public interface PendingResolutionsContract {

    Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    PendingResolutions pending();

    @Test
    default void keepsWhatWasAskedForUntilItIsSettled() {
        var id = UUID.randomUUID();
        pending().ask(id, NOW);
        assertThat(pending().allDue()).containsEntry(id, NOW);

        pending().settle(pending().find(id).orElseThrow());

        assertThat(pending().find(id)).isEmpty();
        assertThat(pending().allDue()).doesNotContainKey(id);
    }

    @Test
    default void doesNotSettleWhatWasAskedForSince() {
        var id = UUID.randomUUID();
        pending().ask(id, NOW);
        var first = pending().find(id).orElseThrow();
        pending().ask(id, NOW.plusSeconds(1));

        pending().settle(first);
        pending().putOff(first, null);

        assertThat(pending().allDue()).containsEntry(id, NOW.plusSeconds(1));
    }

    @Test
    default void putsOffAndCountsTries() {
        var id = UUID.randomUUID();
        pending().ask(id, NOW);
        pending().putOff(pending().find(id).orElseThrow(), NOW.plusSeconds(300));

        assertThat(pending().find(id))
                .hasValueSatisfying(waiting -> assertThat(waiting.tries()).isEqualTo(1));
        assertThat(pending().allDue()).containsEntry(id, NOW.plusSeconds(300));

        pending().ask(id, NOW);
        assertThat(pending().find(id))
                .hasValueSatisfying(waiting -> assertThat(waiting.tries()).isZero());
    }

    @Test
    default void showsNothingDueWhereAHoldForbidsToAsk() {
        var id = UUID.randomUUID();
        pending().ask(id, NOW);
        pending().putOff(pending().find(id).orElseThrow(), null);

        assertThat(pending().find(id))
                .hasValueSatisfying(waiting -> assertThat(waiting.due()).isNull());
        assertThat(pending().allDue()).doesNotContainKey(id);
    }
}
