package org.vigie.notice.oversight.web;

import java.time.Clock;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.vigie.notice.oversight.DecideCase;
import org.vigie.notice.removal.Signed;
import org.vigie.support.access.Matrix;
import org.vigie.support.web.Operator;

/** Shows exact URLs, whichever operation asks for one. */
@Component
class Reveals {

    private final DecideCase decide;
    private final Matrix.Row line;
    private final Clock clock;

    Reveals(DecideCase decide, Matrix matrix, Clock clock) {
        this.decide = decide;
        this.line = matrix.row("POST", "/v1/cases/{id}/reveal").orElseThrow();
        this.clock = clock;
    }

    /**
     * Lets through whoever may be shown one.
     *
     * @throws AccessDeniedException if the caller has no role of the operation that reveals
     */
    void demand(Authentication caller) {
        if (!line.allows(caller)) {
            throw new AccessDeniedException("reveals nothing to this caller");
        }
    }

    /** The timeline names who was shown it and why. */
    Revealed show(UUID caseId, Operator who, String why) {
        return Revealed.of(decide.reveal(caseId, new Signed(who.name(), why, clock.instant())));
    }
}
