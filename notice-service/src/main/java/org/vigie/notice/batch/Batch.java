package org.vigie.notice.batch;

import java.time.Instant;
import java.util.UUID;

/**
 * Reports that came in one request.
 *
 * @param origin who handed it in, as {@link org.vigie.notice.report.Origin#text} says it
 * @param fingerprint keyed token of what was handed in
 * @param upload under which its parts are stored
 * @param lines that have something on them
 * @param parts in which they are stored
 * @param worked parts that were filed, the first ones
 * @param accepted lines of these that are reports now
 * @param refused lines of these that are none
 */
public record Batch(
        UUID batchId,
        String origin,
        String fingerprint,
        UUID upload,
        Instant receivedAt,
        int lines,
        int parts,
        int worked,
        int accepted,
        int refused) {

    /** A batch has no more lines. */
    public static final int MOST_LINES = 100_000;

    /** Whether every line was filed or refused. */
    public boolean isDone() {
        return worked == parts;
    }

    /** What became of the lines of a part. */
    public record Count(int accepted, int refused) {}

    /** The next part was filed. */
    Batch worked(Count part) {
        return new Batch(
                batchId,
                origin,
                fingerprint,
                upload,
                receivedAt,
                lines,
                parts,
                worked + 1,
                accepted + part.accepted(),
                refused + part.refused());
    }
}
