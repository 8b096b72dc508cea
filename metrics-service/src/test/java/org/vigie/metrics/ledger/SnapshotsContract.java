package org.vigie.metrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.metrics.ledger.Events.Targeting;

/** What every {@link Snapshots} promises. */
public interface SnapshotsContract {

    Targeting OPEN = Targeting.of("case", "h1", "P", 0);

    Snapshots<TargetingSnapshot> snapshots();

    @Test
    default void returnsWhatItWasGiven() {
        var open = OPEN.snapshot();
        var other = Targeting.of("other", "h2", "P", 1).snapshot();
        var snapshots = snapshots();

        snapshots.keepAll(List.of(open, other));

        assertThat(all(snapshots)).containsExactlyInAnyOrder(open, other);
    }

    @Test
    default void keepsTheHighestVersionWhateverComesAfter() {
        var open = OPEN.snapshot();
        var removed = OPEN.removedAfter(5).snapshot();
        var other = Targeting.of("other", "h2", "P", 1).snapshot();
        var snapshots = snapshots();

        snapshots.keepAll(List.of(removed));
        snapshots.keepAll(List.of(open, removed, other));

        assertThat(all(snapshots)).containsExactlyInAnyOrder(removed, other);
    }

    @Test
    default void takesNothingForNothing() {
        var snapshots = snapshots();

        snapshots.keepAll(List.of());

        assertThat(all(snapshots)).isEmpty();
    }

    private static List<TargetingSnapshot> all(Snapshots<TargetingSnapshot> snapshots) {
        var all = new ArrayList<TargetingSnapshot>();
        snapshots.forEach(all::add);
        return all;
    }
}
