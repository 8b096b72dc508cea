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
    public synchronized boolean save(Content content) {
        var before = stored.get(content.token());
        if (!Objects.equals(before == null ? null : before.version(), content.version())) {
            return false;
        }
        var version = content.version() == null ? 0 : content.version() + 1;
        stored.put(
                content.token(),
                new Content(content.token(), content.into(), content.standing(), content.untold(), version));
        return true;
    }

    @Override
    public synchronized List<String> untold() {
        return stored.values().stream()
                .filter(Content::untold)
                .map(Content::token)
                .toList();
    }
}
