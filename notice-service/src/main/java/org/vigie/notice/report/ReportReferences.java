package org.vigie.notice.report;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.notice.oversight.FindCase;
import org.vigie.notice.oversight.ListCases;

/** Finds cases by the references of reports. */
@Component
class ReportReferences implements FindCase.References, ListCases.PartnerReferences {

    private static final int MOST = 1000;

    private final Reports reports;

    ReportReferences(Reports reports) {
        this.reports = reports;
    }

    @Override
    public List<UUID> casesOf(String reference) {
        return reports.findByReference(Scope.EVERYBODYS, reference).map(Report::caseId).stream()
                .toList();
    }

    /** The case of every report under the partner's own reference; no more than a thousand are read. */
    @Override
    public List<UUID> casesOfPartner(String partnerReference) {
        return reports.page(Scope.EVERYBODYS, partnerReference, null, null, MOST).stream()
                .map(Report::caseId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
