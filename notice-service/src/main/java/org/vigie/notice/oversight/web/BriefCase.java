package org.vigie.notice.oversight.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.message.Defanged;
import org.vigie.notice.oversight.ProviderNames;
import org.vigie.notice.oversight.web.CaseView.AddresseeView;
import org.vigie.notice.removal.CaseStatus;
import org.vigie.notice.removal.RemovalCase;

/** What tells cases apart in lists; the exact URL is never in it. */
record BriefCase(
        UUID caseId,
        CaseStatus status,
        String url,
        Instant receivedAt,
        @Nullable AddresseeView addressee) {

    static BriefCase of(RemovalCase known, ProviderNames names) {
        return new BriefCase(
                known.caseId(),
                CaseStatus.of(known),
                Defanged.url(known.evidence().place().url()),
                known.evidence().receivedAt(),
                AddresseeView.of(known.route().addressee(), names));
    }
}
