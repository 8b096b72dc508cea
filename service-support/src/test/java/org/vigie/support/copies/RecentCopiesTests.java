package org.vigie.support.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vigie.events.availability.Watermark;

class RecentCopiesTests implements CopiesContract {

    private final Stored stored = new Stored();
    private final RecentCopies<Watermark> recent = new RecentCopies<>(stored, Watermark::version);

    @Override
    public Copies<Watermark> copies() {
        return recent;
    }

    @Test
    void areReadOnceWhileTheyAreAtHand() {
        recent.keep("3", 1, new Watermark(3, 1));

        recent.find("3");
        recent.find("3");

        assertThat(stored.reads).hasValue(1);
    }

    /** What another process of the service keeps is known by the version that something else asks for. */
    @Test
    void areReadAnewForALaterVersion() {
        recent.keep("3", 1, new Watermark(3, 1));
        recent.find("3");
        stored.keep("3", 2, new Watermark(3, 2));

        assertThat(recent.find("3", 2)).contains(new Watermark(3, 2));
        assertThat(recent.find("3")).contains(new Watermark(3, 2));
    }

    @Test
    void doNotRememberThatThereIsNone() {
        assertThat(recent.find("3")).isEmpty();
        stored.keep("3", 1, new Watermark(3, 1));

        assertThat(recent.find("3")).contains(new Watermark(3, 1));
    }

    private static final class Stored implements Copies<Watermark> {

        private final Map<String, Watermark> kept = new ConcurrentHashMap<>();
        private final AtomicInteger reads = new AtomicInteger();

        @Override
        public Optional<Watermark> find(String id) {
            reads.incrementAndGet();
            return Optional.ofNullable(kept.get(id));
        }

        @Override
        public List<Watermark> all() {
            return List.copyOf(kept.values());
        }

        @Override
        public synchronized Kept<Watermark> keep(String id, long version, Watermark snapshot) {
            var before = kept.get(id);
            if (before != null && before.version() >= version) {
                return new Kept<>(false, null);
            }
            kept.put(id, snapshot);
            return new Kept<>(true, before);
        }
    }
}
