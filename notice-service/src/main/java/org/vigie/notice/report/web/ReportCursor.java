package org.vigie.notice.report.web;

import java.util.UUID;
import org.vigie.notice.report.ListReports.Cursor;
import org.vigie.notice.report.ListReports.WantedReports;
import org.vigie.support.web.Paging;

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

    /** @throws org.vigie.support.web.ParameterRefused if it is none of this list */
    static Cursor read(String written, WantedReports wanted) {
        var parts = written.split("~", -1);
        if (wanted.ofCase().isAnything()) {
            if (parts.length > 1) {
                throw Paging.notACursor();
            }
            return new Cursor(null, id(parts[0]));
        }
        if (parts.length > 2) {
            throw Paging.notACursor();
        }
        return new Cursor(id(parts[0]), parts.length == 1 ? null : id(parts[1]));
    }

    private static UUID id(String written) {
        try {
            return UUID.fromString(written);
        } catch (IllegalArgumentException _) {
            throw Paging.notACursor();
        }
    }
}
