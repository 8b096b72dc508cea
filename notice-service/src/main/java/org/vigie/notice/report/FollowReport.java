package org.vigie.notice.report;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.notice.removal.Cases;

/** Tells what became of reports. */
@Service
public class FollowReport {

    private final Reports reports;
    private final Cases cases;
    private final Clock clock;

    FollowReport(Reports reports, Cases cases, Clock clock) {
        this.reports = reports;
        this.cases = cases;
        this.clock = clock;
    }

    /** A report, and how far it is. */
    public record Told(Report report, Followed followed) {}

    /** Empty if there is none in the scope. */
    public Optional<Told> find(Scope scope, UUID reportId) {
        return reports.find(scope, reportId).map(this::told);
    }

    private Told told(Report report) {
        var known = Optional.ofNullable(report.caseId()).flatMap(cases::find).orElse(null);
        return new Told(report, Followed.of(report, known, clock.instant()));
    }
}
