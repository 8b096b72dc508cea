package org.vigie.notice.dispatch;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Knows that a notice was accepted, and proves it to nobody. */
public final class InMemoryProofs implements Proofs {

    private final Map<UUID, String> kept = new ConcurrentHashMap<>();

    @Override
    public void accepted(Notice notice, Instant at) {
        kept.putIfAbsent(notice.noticeId(), Acceptance.of(notice, at, null).toString());
    }

    @Override
    public Optional<String> find(UUID noticeId) {
        return Optional.ofNullable(kept.get(noticeId));
    }
}
