package org.vigie.metrics.ledger;

import org.vigie.events.removal.TargetingSnapshot;

class MemorySnapshotsTests implements SnapshotsContract {

    @Override
    public Snapshots<TargetingSnapshot> snapshots() {
        return new MemorySnapshots<>(TargetingSnapshot::targetingId, TargetingSnapshot::version);
    }
}
