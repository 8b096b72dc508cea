package org.vigie.notice.iccam;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.report.FollowReport;
import org.vigie.notice.report.Scope;

/** What became of the reports of items. */
@Component
class ItemCases {

    private static final Scope OURS = new Scope(TakeItems.ORIGIN.text());

    private final FollowReport followReport;
    private final Cases cases;

    ItemCases(FollowReport followReport, Cases cases) {
        this.followReport = followReport;
        this.cases = cases;
    }

    /** What there is to tell of a case. */
    record Known(UUID caseId, Deeds deeds) {}

    /** Empty if the report has no case yet. */
    Optional<Known> of(UUID reportId, String country) {
        return followReport
                .find(OURS, reportId)
                .flatMap(told -> Optional.ofNullable(told.report().caseId())
                        .flatMap(cases::find)
                        .map(known -> new Known(
                                known.caseId(),
                                Deeds.of(told.followed(), told.report().receivedAt(), known, country))));
    }
}
