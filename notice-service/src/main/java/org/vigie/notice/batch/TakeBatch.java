package org.vigie.notice.batch;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.PlaceTokens;
import org.vigie.notice.report.Origin;
import org.vigie.notice.report.Scope;
import org.vigie.support.KeyReused;

/** Takes batches in as they come: stored when this returns, a part of it held at a time. */
@Service
public class TakeBatch {

    private static final Logger LOG = LoggerFactory.getLogger(TakeBatch.class);

    /** Of one origin: the disk is everybody's. */
    private static final int MOST_UNFINISHED = 5;

    private static final int LINES = 250;
    private static final int CHARACTERS = 1 << 20;

    private final Batches batches;
    private final BatchQueue queue;
    private final PlaceTokens tokens;
    private final Clock clock;

    /** How many of each origin are not stored yet: they count before they are. */
    private final Map<String, Integer> comingIn = new ConcurrentHashMap<>();

    TakeBatch(Batches batches, BatchQueue queue, PlaceTokens tokens, Clock clock) {
        this.batches = batches;
        this.queue = queue;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** What became of a batch that came. */
    public sealed interface Taken {

        /** It is stored, now or before. */
        record Stored(Batch batch) implements Taken {}

        /** Too many of the same origin are not done; nothing is stored. */
        record TooMany() implements Taken {}
    }

    /**
     * Stores a batch; the same one again gives the one that is there.
     *
     * @param key the caller's own name for it
     * @throws IOException if not all lines can be read; nothing is stored
     * @throws KeyReused if the key came with another batch before
     */
    public Taken take(Origin origin, String key, Lines lines) throws IOException {
        var batchId = NameBasedIds.of("batch", origin.keys(), key);
        if (batches.find(Scope.EVERYBODYS, batchId).isPresent()) {
            while (lines.next() != null) {
                // What it holds is told by its digest.
            }
            return same(batchId, fingerprint(lines));
        }
        var atOnce = comingIn.merge(origin.text(), 1, Integer::sum);
        try {
            return atOnce + batches.unfinished(origin.text()) > MOST_UNFINISHED
                    ? new Taken.TooMany()
                    : takenIn(batchId, origin, lines);
        } finally {
            comingIn.computeIfPresent(origin.text(), (_, others) -> others == 1 ? null : others - 1);
        }
    }

    private Taken takenIn(UUID batchId, Origin origin, Lines lines) throws IOException {
        var upload = UUID.randomUUID();
        var kept = false;
        try {
            var batch = stored(batchId, origin, upload, lines);
            kept = batches.add(batch);
            if (!kept) {
                // Another of the same key was faster; the digest can be asked for once.
                return same(batchId, batch.fingerprint());
            }
            LOG.atInfo().addKeyValue("batchId", batchId).log("batch stored");
            queue.work(batchId);
            return new Taken.Stored(batch);
        } finally {
            if (!kept) {
                batches.forget(upload);
            }
        }
    }

    private Batch stored(UUID batchId, Origin origin, UUID upload, Lines lines) throws IOException {
        var now = clock.instant();
        var part = new ArrayList<BatchLine>();
        var characters = 0;
        var count = 0;
        var parts = 0;
        for (var line = lines.next(); line != null; line = lines.next()) {
            part.add(line);
            count++;
            characters += line.text().length();
            if (part.size() == LINES || characters >= CHARACTERS) {
                batches.addPart(upload, parts++, part, now);
                part.clear();
                characters = 0;
            }
        }
        if (!part.isEmpty()) {
            batches.addPart(upload, parts++, part, now);
        }
        return begun(batchId, origin, fingerprint(lines), upload, now, count, parts);
    }

    private static Batch begun(
            UUID batchId, Origin origin, String fingerprint, UUID upload, Instant now, int count, int parts) {
        return new Batch(batchId, origin.text(), fingerprint, upload, now, count, parts, 0, 0, 0);
    }

    private Taken same(UUID batchId, String fingerprint) {
        var known = batches.find(Scope.EVERYBODYS, batchId).orElseThrow();
        if (!known.fingerprint().equals(fingerprint)) {
            throw new KeyReused();
        }
        return new Taken.Stored(known);
    }

    private String fingerprint(Lines lines) {
        return tokens.ofPayload(lines.digest());
    }
}
