package org.vigie.notice.removal;

import java.util.UUID;
import org.vigie.support.Refusal;

/** The case has no such content unit. */
public final class UnknownContent extends Refusal {

    private static final long serialVersionUID = 1;

    UnknownContent(UUID caseId, UUID contentId) {
        super("case %s has no content %s".formatted(caseId, contentId));
    }
}
