package org.vigie.notice.oversight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was said of the kill switch, in memory. */
public final class InMemoryStops implements Stops {

    private final List<Stop> said = new ArrayList<>();

    @Override
    public synchronized Stop now() {
        return said.isEmpty() ? Stop.NOTHING : said.getLast();
    }

    @Override
    public synchronized Optional<Stop> save(Stop stop) {
        if (stop.version() != now().version() + 1) {
            return Optional.empty();
        }
        said.add(stop);
        return Optional.of(stop);
    }

    @Override
    public synchronized List<Stop> said(@Nullable Long before, int limit) {
        return said.reversed().stream()
                .filter(stop -> before == null || stop.version() < before)
                .limit(limit)
                .toList();
    }
}
