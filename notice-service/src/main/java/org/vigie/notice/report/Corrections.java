package org.vigie.notice.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How often a report was corrected.
 *
 * @param made the earliest first
 * @param settled whether its case, if it has one, has heard of all of them
 */
public record Corrections(List<Correction> made, boolean settled) {

    static final Corrections NONE = new Corrections(List.of(), true);

    public Corrections {
        made = List.copyOf(made);
    }

    Corrections with(Correction next, boolean isSettled) {
        var all = new ArrayList<>(made);
        all.add(next);
        return new Corrections(all, isSettled);
    }

    Corrections settled(boolean is) {
        return new Corrections(made, is || made.isEmpty());
    }

    Optional<Correction> of(UUID requestId) {
        return made.stream().filter(one -> one.requestId().equals(requestId)).findFirst();
    }

    /** Empty while there is none. */
    Optional<Correction> last() {
        return made.isEmpty() ? Optional.empty() : Optional.of(made.getLast());
    }

    /** Whether the report said at any time before the last one that the content is verified. */
    boolean verifiedBefore() {
        return made.stream().anyMatch(Correction::verifiedBefore);
    }
}
