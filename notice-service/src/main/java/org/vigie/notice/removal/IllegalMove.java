package org.vigie.notice.removal;

import java.util.UUID;
import org.vigie.support.Refusal;

/** A case cannot do this from where it stands. */
public final class IllegalMove extends Refusal {

    private static final long serialVersionUID = 1;

    IllegalMove(UUID caseId, CaseStage action, String move) {
        super("case %s is %s and cannot be %s".formatted(caseId, action.name(), move));
    }
}
