package org.vigie.notice.removal;

import java.util.Objects;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/** Makes one move of a case and stores it; reads again when someone else was faster. */
@Service
public class ChangeCase {

    private static final int TRIES = 20;

    private final Cases cases;

    ChangeCase(Cases cases) {
        this.cases = cases;
    }

    /**
     * Stores a new case.
     *
     * @throws StaleCase if there is one of its URL
     */
    public RemovalCase open(RemovalCase opened) {
        return cases.save(opened);
    }

    /**
     * Makes the move, unless it changes nothing.
     *
     * @throws UnknownCase if there is no such case
     * @throws StaleCase if others were faster every time
     */
    public RemovalCase change(UUID caseId, UnaryOperator<RemovalCase> move) {
        return change(caseId, _ -> true, move);
    }

    /**
     * Makes the move on what the caller had read.
     *
     * @param read whether a version is one that the caller had read
     * @throws EditedMeanwhile if the case is at another one by now
     */
    public RemovalCase change(UUID caseId, LongPredicate read, UnaryOperator<RemovalCase> move) {
        for (int left = TRIES; ; left--) {
            var before = cases.find(caseId).orElseThrow(() -> new UnknownCase(caseId));
            if (!read.test(Objects.requireNonNull(before.version()))) {
                throw new EditedMeanwhile(caseId);
            }
            var after = move.apply(before);
            if (after.equals(before)) {
                return before;
            }
            try {
                return cases.save(after);
            } catch (StaleCase e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }
}
