package org.vigie.notice.removal;

import java.util.UUID;
import org.vigie.support.Refusal;

/** There is no such case, or none yet. */
public final class UnknownCase extends Refusal {

    private static final long serialVersionUID = 1;

    public UnknownCase(UUID caseId) {
        super("no case " + caseId);
    }
}
