package org.vigie.notice.report.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.vigie.notice.report.ListReports.Cursor;
import org.vigie.notice.report.ListReports.WantedReports;

/** A place in a list of reports as it is written: a report's id, or a case's and then perhaps a report's. */
final class ReportCursor {

    private ReportCursor() {}

    static String written(Cursor cursor) {
        if (cursor.caseId() == null) {
            return String.valueOf(cursor.reportId());
        }
        return cursor.reportId() == null
                ? cursor.caseId().toString()
                : "%s~%s".formatted(cursor.caseId(), cursor.reportId());
    }

    /** Empty if it is none of this list. */
    static Optional<Cursor> read(String written, WantedReports wanted) {
        var ofCase = !wanted.ofCase().isAnything();
        var parts = written.split("~", -1);
        if (parts.length > (ofCase ? 2 : 1)) {
            return Optional.empty();
        }
        try {
            var ids = Arrays.stream(parts).map(UUID::fromString).toList();
            return Optional.of(
                    ofCase
                            ? new Cursor(ids.getFirst(), ids.size() == 1 ? null : ids.getLast())
                            : new Cursor(null, ids.getFirst()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
