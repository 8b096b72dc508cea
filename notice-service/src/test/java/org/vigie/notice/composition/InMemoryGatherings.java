package org.vigie.notice.composition;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gatherings in memory. */
public final class InMemoryGatherings implements Gatherings {

    private final Map<String, Gathering> stored = new HashMap<>();

    @Override
    public synchronized Optional<Gathering> find(String key) {
        return Optional.ofNullable(stored.get(key));
    }

    @Override
    public synchronized Optional<Gathering> save(Gathering gathering) {
        var before = stored.get(gathering.key());
        @Nullable Long version = before == null ? null : before.version();
        if (!Objects.equals(version, gathering.version())) {
            return Optional.empty();
        }
        var next = new Gathering(
                gathering.key(),
                gathering.addressee(),
                gathering.contactId(),
                gathering.kind(),
                gathering.serial(),
                gathering.wishes(),
                gathering.due(),
                gathering.lastAt(),
                version == null ? 0 : version + 1);
        stored.put(gathering.key(), next);
        return Optional.of(next);
    }

    @Override
    public synchronized Map<String, Instant> due() {
        var due = new HashMap<String, Instant>();
        stored.forEach((key, gathering) -> {
            if (gathering.due() != null) {
                due.put(key, gathering.due());
            }
        });
        return due;
    }
}
