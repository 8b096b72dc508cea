package org.vigie.metrics.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Publications in a map. */
public final class MemoryPublications implements Publications {

    private final Map<String, Publication> kept = new HashMap<>();

    @Override
    public Optional<Publication> find(String period, int version) {
        return Optional.ofNullable(kept.get(period + version));
    }

    @Override
    public List<Publication> all() {
        return List.copyOf(kept.values());
    }

    @Override
    public boolean add(Publication publication) {
        return kept.putIfAbsent(publication.period().name() + publication.version(), publication) == null;
    }

    @Override
    public boolean approve(Publication approved) {
        var known = kept.get(approved.period().name() + approved.version());
        if (known == null || known.approved() != null) {
            return false;
        }
        kept.put(approved.period().name() + approved.version(), approved);
        return true;
    }
}
