package org.vigie.notice.removal;

import java.util.UUID;
import org.vigie.support.Refusal;

/** The case is not as the person who decided had seen it. */
public final class EditedMeanwhile extends Refusal {

    private static final long serialVersionUID = 1;

    EditedMeanwhile(UUID caseId) {
        super("case %s was changed since it was read".formatted(caseId));
    }
}
