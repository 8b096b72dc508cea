package org.vigie.notice.report.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.vigie.notice.report.ListReports.Cursor;
import org.vigie.notice.report.ListReports.WantedReports;
import org.vigie.notice.report.Scope;
import org.vigie.support.events.EventJson;

/** A place in a list of reports as it is written. */
@Component
class ReportCursor {

    private final SealedCursor sealed;

    ReportCursor(SealedCursor sealed) {
        this.sealed = sealed;
    }

    String written(Cursor cursor, Scope scope, WantedReports wanted) {
        return sealed.written(EventJson.MAPPER.writeValueAsString(cursor), list(scope, wanted));
    }

    /** Empty if it is none of this list. */
    Optional<Cursor> read(String written, Scope scope, WantedReports wanted) {
        return sealed.read(written, list(scope, wanted)).map(json -> EventJson.MAPPER.readValue(json, Cursor.class));
    }

    private static String list(Scope scope, WantedReports wanted) {
        return "reports|%s|%s".formatted(scope.origin(), wanted);
    }
}
