package org.vigie.notice.batch;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.report.FileMany;
import org.vigie.notice.report.Origin;

/**
 * Files the lines of batches, part by part. Each line's key follows from the batch and its number: a part that is filed
 * again, after a crash or by two processes at once, gives the reports that are there.
 */
@Service
public class WorkBatch {

    private static final Logger LOG = LoggerFactory.getLogger(WorkBatch.class);

    /** For longer than a part takes: who took one and ended is not waited for any longer. */
    private static final Duration TURN = Duration.ofMinutes(1);

    private final Batches batches;
    private final ReadLine readLine;
    private final FileMany fileMany;
    private final Clock clock;

    WorkBatch(Batches batches, ReadLine readLine, FileMany fileMany, Clock clock) {
        this.batches = batches;
        this.readLine = readLine;
        this.fileMany = fileMany;
        this.clock = clock;
    }

    /**
     * Files the next part of a batch, if it is due.
     *
     * @return whether more waits to be filed now
     */
    public boolean work(UUID batchId) {
        var now = clock.instant();
        return batches.take(batchId, now, now.plus(TURN)).map(this::next).orElse(false);
    }

    private boolean next(Batch batch) {
        var part = batch.worked();
        var lines = batches.unanswered(batch.upload(), part);
        if (!lines.isEmpty()) {
            var origin = Origin.ofBatch(batch.origin(), batch.batchId());
            batches.answer(batch.upload(), part, filed(origin, lines));
        }
        var after = batch.worked(batches.count(batch.upload(), part));
        batches.advance(batch, after, clock.instant());
        if (after.isDone()) {
            LOG.atInfo().addKeyValue("batchId", batch.batchId()).log("batch filed");
        }
        return !after.isDone();
    }

    private List<LineResult> filed(Origin origin, List<BatchLine> lines) {
        var whole = lines.stream().filter(line -> line.broken() == null).toList();
        var outcomes = fileMany.file(
                        origin,
                        whole.stream()
                                .map(line -> new FileMany.Line(
                                        Integer.toString(line.number()), () -> readLine.read(line.text())))
                                .toList())
                .iterator();
        return lines.stream()
                .map(line -> line.broken() == null
                        ? result(line.number(), outcomes.next())
                        : new LineResult.Refused(line.number(), "", line.broken()))
                .toList();
    }

    private static LineResult result(int line, FileMany.Outcome outcome) {
        return switch (outcome) {
            case FileMany.Outcome.Filed(var reportId, var reference) -> new LineResult.Filed(line, reportId, reference);
            case FileMany.Outcome.Refused(var pointer, var expected) -> new LineResult.Refused(line, pointer, expected);
        };
    }
}
