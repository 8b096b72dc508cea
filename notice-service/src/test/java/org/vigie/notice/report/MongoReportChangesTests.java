package org.vigie.notice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.notice.ServiceTest;
import org.vigie.notice.report.Followed.Step;

/** The order of changes, which whoever reads them relies on. */
@ServiceTest
class MongoReportChangesTests {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final int WRITERS = 8;
    private static final int EACH = 25;

    private final String origin = "partner:" + UUID.randomUUID();

    @Autowired
    private ReportChanges changes;

    @Test
    void aChangeIsStoredOnce() {
        var change = change();
        var first = changes.append(change);

        assertThat(first).isEqualTo(change.numbered(1));
        assertThat(changes.append(change)).isEqualTo(first);
        assertThat(changes.after(origin, 0, 10)).containsExactly(first);
    }

    @Test
    void eachOriginHasItsOwn() {
        changes.append(change());

        assertThat(changes.after("partner:another-" + UUID.randomUUID(), 0, 10)).isEmpty();
    }

    /** Each writer also writes what another does, as two processes would; meanwhile somebody reads on and on. */
    @Test
    void aReaderMissesNoneAndReadsNoneTwiceWhileManyWrite() throws Exception {
        var all = Stream.generate(this::change).limit(WRITERS * EACH).toList();
        var read = new ArrayList<ReportChange>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = new HashSet<>(Stream.generate(() -> shuffled(all))
                    .limit(WRITERS)
                    .map(part -> threads.submit(() -> part.forEach(changes::append)))
                    .toList());
            while (!writing.isEmpty()) {
                writing.removeIf(one -> one.isDone());
                readOn(read);
            }
            readOn(read);
        }

        assertThat(read)
                .extracting(ReportChange::changeId)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(ReportChange::changeId).toList());
        assertThat(read)
                .extracting(ReportChange::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, all.size()).boxed().toList());
    }

    private void readOn(List<ReportChange> read) {
        read.addAll(changes.after(origin, read.isEmpty() ? 0 : read.getLast().number(), 7));
    }

    private static List<ReportChange> shuffled(List<ReportChange> all) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled);
        return shuffled;
    }

    private ReportChange change() {
        return new ReportChange(
                UUID.randomUUID(), origin, 0, UUID.randomUUID(), "2026-4711", Step.ASKED, null, null, NOW);
    }
}
