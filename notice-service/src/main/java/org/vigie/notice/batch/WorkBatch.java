package org.vigie.notice.batch;

import java.time.Clock;
import java.time.Duration;
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
            batches.answer(
                    batch.upload(),
                    part,
                    lines.stream().map(line -> filed(origin, line)).toList());
        }
        var after = batch.worked(batches.count(batch.upload(), part));
        batches.advance(batch, after, clock.instant());
        if (after.isDone()) {
            LOG.atInfo().addKeyValue("batchId", batch.batchId()).log("batch filed");
        }
        return !after.isDone();
    }

    private LineResult filed(Origin origin, BatchLine line) {
        if (line.broken() != null) {
            return new LineResult.Refused(line.number(), "", line.broken());
        }
        var key = Integer.toString(line.number());
        return switch (fileMany.file(origin, key, () -> readLine.read(line.text()))) {
            case FileMany.Outcome.Filed(var reportId, var reference) ->
                new LineResult.Filed(line.number(), reportId, reference);
            case FileMany.Outcome.Refused(var pointer, var expected) ->
                new LineResult.Refused(line.number(), pointer, expected);
        };
    }
}
