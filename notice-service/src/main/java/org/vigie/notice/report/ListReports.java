package org.vigie.notice.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.notice.oversight.ListCases;
import org.vigie.notice.oversight.ListCases.Wanted;

/** Lists reports page by page: all, or those of the cases that are looked for, however many a case has. */
@Service
public class ListReports {

    /** So many portions of one case's reports are looked through at most before a part is answered. */
    private static final int PORTIONS = 20;

    private final ListCases cases;
    private final Reports reports;

    ListReports(ListCases cases, Reports reports) {
        this.cases = cases;
        this.reports = reports;
    }

    /**
     * What reports must meet: everything that is not absent.
     *
     * @param ofCase what its case must meet
     */
    public record WantedReports(
            @Nullable String partnerReference, @Nullable Instant receivedSince, Wanted ofCase) {

        private boolean isMet(Report report) {
            return (partnerReference == null
                            || partnerReference.equals(report.submission().partnerReference()))
                    && (receivedSince == null || !report.receivedAt().isBefore(receivedSince));
        }
    }

    /**
     * Where a part ended.
     *
     * @param caseId the case that it ended with or in, absent where no case is looked for
     * @param reportId the last report that was looked at, absent where the case was read to its end
     */
    public record Cursor(@Nullable UUID caseId, @Nullable UUID reportId) {}

    /**
     * Part of a list.
     *
     * @param next where the next part begins, absent at the end; a part may be short or empty before it
     */
    public record Part(List<Report> reports, @Nullable Cursor next) {}

    /** The reports after the cursor, at most as many. */
    public Part part(Scope scope, WantedReports wanted, @Nullable Cursor after, int limit) {
        return wanted.ofCase().isAnything() ? ofAll(scope, wanted, after, limit) : ofCases(scope, wanted, after, limit);
    }

    private Part ofAll(Scope scope, WantedReports wanted, @Nullable Cursor after, int limit) {
        var found = reports.page(
                scope,
                wanted.partnerReference(),
                wanted.receivedSince(),
                after == null ? null : after.reportId(),
                limit);
        var end = found.size() < limit ? null : new Cursor(null, found.getLast().reportId());
        return new Part(found, end);
    }

    private Part ofCases(Scope scope, WantedReports wanted, @Nullable Cursor after, int limit) {
        var found = new ArrayList<Report>();
        var ended = after == null ? null : after.caseId();
        var readTo = after == null ? null : after.reportId();
        if (ended != null && readTo != null) {
            var cut = add(found, scope, wanted, ended, readTo, limit);
            if (cut != null) {
                return new Part(found, cut);
            }
        }
        var page = cases.page(wanted.ofCase(), ended, limit);
        for (var known : page.cases()) {
            if (found.size() == limit) {
                return new Part(found, new Cursor(ended, null));
            }
            var cut = add(found, scope, wanted, known.caseId(), null, limit);
            if (cut != null) {
                return new Part(found, cut);
            }
            ended = known.caseId();
        }
        return new Part(found, page.next() == null ? null : new Cursor(page.next(), null));
    }

    /** Adds the reports of a case after one of them; where it is not read to its end, that is where the part is cut. */
    private @Nullable Cursor add(
            List<Report> found, Scope scope, WantedReports wanted, UUID caseId, @Nullable UUID after, int limit) {
        var last = after;
        for (int portion = 0; portion < PORTIONS && found.size() < limit; portion++) {
            var room = limit - found.size();
            var more = reports.of(scope, caseId, last, room);
            more.stream().filter(wanted::isMet).forEach(found::add);
            if (more.size() < room) {
                return null;
            }
            last = more.getLast().reportId();
        }
        return new Cursor(caseId, last);
    }
}
