package org.vigie.notice.removal;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.vigie.support.work.Optimistic;

/** Makes one move of a case and stores it; reads again when someone else was faster. */
@Service
public class ChangeCase {

    private final Cases cases;

    ChangeCase(Cases cases) {
        this.cases = cases;
    }

    /**
     * Stores a new case.
     *
     * @return the case as stored; empty if there is one of its URL
     */
    public Optional<RemovalCase> open(RemovalCase opened) {
        return cases.save(opened);
    }

    /**
     * Makes the move, unless it changes nothing.
     *
     * @throws UnknownCase if there is no such case
     */
    public RemovalCase change(UUID caseId, UnaryOperator<RemovalCase> move) {
        return change(caseId, _ -> true, move);
    }

    /**
     * Makes the move on the case as this process stored it lately, and reads it only if that is not the stored one any
     * more, or the move changes nothing. For moves that others' news make, which refuse nothing.
     *
     * @throws UnknownCase if there is no such case
     */
    public RemovalCase changeLast(UUID caseId, UnaryOperator<RemovalCase> move) {
        return Optimistic.moveLast(cases.atHand(caseId), () -> seen(caseId, _ -> true), move, cases::save);
    }

    /**
     * Makes the move on what the caller had read.
     *
     * @param read whether a version is one that the caller had read
     * @throws EditedMeanwhile if the case is at another one by now
     */
    public RemovalCase change(UUID caseId, LongPredicate read, UnaryOperator<RemovalCase> move) {
        return Optimistic.move(() -> seen(caseId, read), move, cases::save);
    }

    private RemovalCase seen(UUID caseId, LongPredicate read) {
        var known = cases.find(caseId).orElseThrow(() -> new UnknownCase(caseId));
        if (!read.test(Objects.requireNonNull(known.version()))) {
            throw new EditedMeanwhile(caseId);
        }
        return known;
    }
}
