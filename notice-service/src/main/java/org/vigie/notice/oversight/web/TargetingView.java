package org.vigie.notice.oversight.web;

import java.time.Instant;
import java.util.UUID;
import org.vigie.notice.oversight.ProviderNames;
import org.vigie.notice.oversight.web.CaseView.AddresseeView;
import org.vigie.notice.removal.Targeting;

/** A content unit and an addressee that a notice named, and how that ended. */
record TargetingView(
        UUID targetingId,
        UUID contentId,
        int cycle,
        AddresseeView addressee,
        Instant handedOverAt,
        int noticesSent,
        String end) {
    static TargetingView of(Targeting targeting, ProviderNames names) {
        return new TargetingView(
                targeting.targetingId(),
                targeting.contentId(),
                targeting.cycle(),
                new AddresseeView(targeting.providerId(), names.of(targeting.providerId()), targeting.role()),
                targeting.handedOverAt(),
                targeting.correspondence().notices().size(),
                targeting.end().name().name());
    }
}
