package org.vigie.notice.removal;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
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
     * Makes the move, unless it changes nothing.
     *
     * @throws UnknownCase if there is no such case
     * @throws StaleCase if others were faster every time
     */
    public RemovalCase change(UUID caseId, UnaryOperator<RemovalCase> move) {
        return change(caseId, null, move);
    }

    /**
     * Makes the move on what the caller had read.
     *
     * @param seen the version that was read, absent if any will do
     * @throws EditedMeanwhile if it is another one by now
     */
    public RemovalCase change(UUID caseId, @Nullable Long seen, UnaryOperator<RemovalCase> move) {
        for (int left = TRIES; ; left--) {
            var before = cases.find(caseId).orElseThrow(() -> new UnknownCase(caseId));
            if (seen != null && !seen.equals(before.version())) {
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
