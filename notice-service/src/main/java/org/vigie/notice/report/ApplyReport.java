package org.vigie.notice.report;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.notice.identity.NameBasedIds;
import org.vigie.notice.removal.CaseQueue;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.ChangeCase;
import org.vigie.notice.removal.ContentUnit;
import org.vigie.notice.removal.PlaceTokens;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Sighting;
import org.vigie.notice.removal.Sightings;
import org.vigie.notice.removal.StaleCase;
import org.vigie.url.WebUrl;

/**
 * Applies a stored report to the case of its URL, which it opens if it is the first. Doing it twice is doing it once.
 */
@Service
public class ApplyReport {

    private final Reports reports;
    private final Cases cases;
    private final ChangeCase changeCase;
    private final CaseQueue queue;
    private final PlaceTokens tokens;
    private final Clock clock;

    ApplyReport(Reports reports, Cases cases, ChangeCase changeCase, CaseQueue queue, PlaceTokens tokens, Clock clock) {
        this.reports = reports;
        this.cases = cases;
        this.changeCase = changeCase;
        this.queue = queue;
        this.tokens = tokens;
        this.clock = clock;
    }

    public void apply(UUID reportId) {
        var report = reports.find(reportId).orElseThrow();
        if (report.caseId() != null) {
            return;
        }
        var caseId = caseOf(report);
        changeCase.change(caseId, known -> known.sighted(sighting(report, caseId)));
        reports.applied(reportId, caseId);
        queue.lookAt(caseId, clock.instant());
    }

    private UUID caseOf(Report report) {
        var place = report.submission().place();
        var caseTokens = tokens.of(WebUrl.parse(place.url()).found().orElseThrow());
        var known = cases.findByUrl(caseTokens.url());
        if (known.isPresent()) {
            return known.get().caseId();
        }
        var opened =
                RemovalCase.opened(NameBasedIds.of("case", report.reportId()), caseTokens, place, report.receivedAt());
        try {
            return cases.save(opened.sighted(sighting(report, opened.caseId()))).caseId();
        } catch (StaleCase _) {
            // Another report of the URL was faster.
            return cases.findByUrl(caseTokens.url()).orElseThrow().caseId();
        }
    }

    private Sighting sighting(Report report, UUID caseId) {
        var said = report.submission();
        var hashTokens = tokens.of(said.hashes());
        var contentId = hashTokens.isEmpty()
                ? NameBasedIds.of("content", caseId)
                : NameBasedIds.of("content", hashTokens.getFirst());
        var unit = new ContentUnit(
                contentId,
                List.of(),
                said.kind(),
                said.hashes(),
                hashTokens,
                said.category(),
                said.assessment(),
                said.verification(),
                said.verifiedAt(),
                null,
                null,
                said.containedVerified(),
                said.containedApparent(),
                report.receivedAt(),
                Sightings.NONE.plus(said.network()));
        return new Sighting(
                report.reportId(),
                report.reference(),
                report.origin(),
                said.place(),
                unit,
                said.network(),
                said.holds(),
                report.receivedAt());
    }
}
