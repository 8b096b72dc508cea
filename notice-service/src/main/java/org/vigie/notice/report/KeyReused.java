package org.vigie.notice.report;

import java.util.UUID;
import org.vigie.support.Refusal;

/** The same key came with another report before. */
public final class KeyReused extends Refusal {

    private static final long serialVersionUID = 1;

    KeyReused(UUID reportId) {
        super("report %s was handed in with other contents".formatted(reportId));
    }
}
