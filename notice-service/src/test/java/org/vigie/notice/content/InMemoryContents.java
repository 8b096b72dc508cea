package org.vigie.notice.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Contents in memory. */
public final class InMemoryContents implements Contents {

    private final Map<String, Content> stored = new HashMap<>();

    @Override
    public synchronized Optional<Content> find(String token) {
        return Optional.ofNullable(stored.get(token));
    }

    @Override
    public synchronized Optional<Content> save(Content content) {
        var before = stored.get(content.token());
        if (!Objects.equals(before == null ? null : before.version(), content.version())) {
            return Optional.empty();
        }
        var saved = content.storedAt(content.version() == null ? 0 : content.version() + 1);
        stored.put(content.token(), saved);
        return Optional.of(saved);
    }

    @Override
    public synchronized List<String> untold() {
        return stored.values().stream()
                .filter(Content::untold)
                .map(Content::token)
                .toList();
    }
}
