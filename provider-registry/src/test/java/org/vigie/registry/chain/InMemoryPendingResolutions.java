package org.vigie.registry.chain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pending resolutions in memory, with the same promises as the store's. */
final class InMemoryPendingResolutions implements PendingResolutions {

    private final Map<UUID, Pending> kept = new HashMap<>();

    @Override
    public void ask(UUID caseId, Instant due) {
        var asked = find(caseId).map(Pending::asked).orElse(0L);
        kept.put(caseId, new Pending(caseId, due, asked + 1, 0));
    }

    @Override
    public Optional<Pending> find(UUID caseId) {
        return Optional.ofNullable(kept.get(caseId));
    }

    @Override
    public void settle(Pending pending) {
        if (isAsAsked(pending)) {
            kept.remove(pending.caseId());
        }
    }

    @Override
    public void putOff(Pending pending, @Nullable Instant due) {
        if (isAsAsked(pending)) {
            var tries = pending.tries() + (due == null ? 0 : 1);
            kept.put(pending.caseId(), new Pending(pending.caseId(), due, pending.asked(), tries));
        }
    }

    @Override
    public Map<UUID, Instant> allDue() {
        var all = new HashMap<UUID, Instant>();
        kept.forEach((id, pending) -> {
            if (pending.due() != null) {
                all.put(id, pending.due());
            }
        });
        return all;
    }

    private boolean isAsAsked(Pending pending) {
        return find(pending.caseId())
                .filter(there -> there.asked() == pending.asked())
                .isPresent();
    }
}
