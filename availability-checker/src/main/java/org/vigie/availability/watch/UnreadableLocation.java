package org.vigie.availability.watch;

import java.util.UUID;
import org.vigie.support.Refusal;

/** What was sealed as a case's location is no URL. */
public final class UnreadableLocation extends Refusal {

    private static final long serialVersionUID = 1;

    UnreadableLocation(UUID caseId) {
        super("the location of case %s is no web address".formatted(caseId));
    }
}
