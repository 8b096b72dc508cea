package org.vigie.notice.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.notice.report.Scope;

/** Tells what became of batches. */
@Service
public class FollowBatch {

    /** So many parts are read at a time. */
    private static final int PARTS = 2;

    private final Batches batches;

    FollowBatch(Batches batches) {
        this.batches = batches;
    }

    /**
     * Part of a list.
     *
     * @param next the line that it ends with, absent if nothing more is known
     */
    public record Part(List<LineResult> lines, @Nullable Integer next) {}

    /** Empty if there is none in the scope. */
    public Optional<Batch> find(Scope scope, UUID batchId) {
        return batches.find(scope, batchId);
    }

    /**
     * What became of its lines so far, in their order; empty if there is no such batch in the scope.
     *
     * @param after the line that the part before ended with, 0 at the beginning
     * @param state absent for any
     */
    public Optional<Part> lines(Scope scope, UUID batchId, int after, LineResult.@Nullable State state, int limit) {
        return batches.find(scope, batchId).map(batch -> lines(batch, after, state, limit));
    }

    private Part lines(Batch batch, int after, LineResult.@Nullable State state, int limit) {
        var found = new ArrayList<LineResult>();
        var last = after;
        while (found.size() < limit) {
            var more = batches.results(batch.upload(), last, state, PARTS);
            if (more.isEmpty()) {
                return new Part(List.copyOf(found), null);
            }
            found.addAll(more);
            last = more.getLast().line();
        }
        var part = List.copyOf(found.subList(0, limit));
        return new Part(part, part.getLast().line());
    }
}
