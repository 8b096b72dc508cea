package org.vigie.availability.watch;

import java.util.UUID;
import org.vigie.support.Refusal;

/** A case is not known here, held, or not to be checked. */
public final class NotWatched extends Refusal {

    private static final long serialVersionUID = 1;

    NotWatched(UUID caseId) {
        super("case %s is not watched: not known here, held, or not to be looked at".formatted(caseId));
    }
}
