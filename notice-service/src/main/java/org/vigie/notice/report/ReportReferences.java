package org.vigie.notice.report;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.notice.removal.FindCase;

/** Finds cases by the references of reports. */
@Component
class ReportReferences implements FindCase.References {

    private final Reports reports;

    ReportReferences(Reports reports) {
        this.reports = reports;
    }

    @Override
    public List<UUID> casesOf(String reference) {
        return reports.findByReference(reference).map(Report::caseId).stream().toList();
    }
}
