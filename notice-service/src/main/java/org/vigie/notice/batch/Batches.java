package org.vigie.notice.batch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.batch.Batch.Count;
import org.vigie.notice.report.Scope;

/** Every batch that was handed in, and the parts of those that are being handed in. */
public interface Batches {

    Optional<Batch> find(Scope scope, UUID batchId);

    /** How many of the origin are not done. */
    long unfinished(String origin);

    /**
     * Stores some lines of an upload.
     *
     * @param part counted from 0
     */
    void addPart(UUID upload, int part, List<BatchLine> lines, Instant at);

    /**
     * Stores a batch whose parts are all stored.
     *
     * @return false if one with this id is there already; nothing is stored then
     */
    boolean add(Batch batch);

    /** Drops the parts of an upload of which there is no batch. */
    void forget(UUID upload);

    /** The same of uploads that began before and never ended. */
    void forgetAbandoned(Instant before);

    /** When to work on each batch that is not done. */
    Map<UUID, Instant> due();

    /** Takes a batch that is due then, and puts it off for others; empty if it is not due, or another was faster. */
    Optional<Batch> take(UUID batchId, Instant now, Instant until);

    /** The lines of a part, none if they were answered. */
    List<BatchLine> unanswered(UUID upload, int part);

    /** Keeps what became of the lines of a part, unless that is known, and the lines no longer. */
    void answer(UUID upload, int part, List<LineResult> results);

    /** How many lines of an answered part became what. */
    Count count(UUID upload, int part);

    /** Notes how far a batch is, unless another did; it is due at once, if it is not done. */
    void advance(Batch before, Batch after, Instant now);

    /**
     * What became of lines, in their order; none at the end only.
     *
     * @param after only lines with higher numbers
     * @param state absent for any
     * @param parts of how many parts at most, two or more: all that is wanted of the first may come before
     */
    List<LineResult> results(UUID upload, int after, LineResult.@Nullable State state, int parts);
}
