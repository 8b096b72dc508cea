package org.vigie.notice.report.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.vigie.events.SealedUrl;
import org.vigie.notice.report.ListReports.Cursor;
import org.vigie.notice.report.ListReports.WantedReports;
import org.vigie.notice.report.Scope;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;
import org.vigie.support.seal.SealBroken;

/** A place in a list of reports as it is written: sealed for this list and whoever lists, so it says nothing else. */
@Component
class ReportCursor {

    /** Opening asks for no name of a key. */
    private static final String ANY_KEY = "";

    private final Seal seal;

    ReportCursor(Keysets keysets) {
        this.seal = keysets.store("notice-service");
    }

    String written(Cursor cursor, Scope scope, WantedReports wanted) {
        return seal.seal(EventJson.MAPPER.writeValueAsString(cursor), list(scope, wanted))
                .ciphertext()
                .replace('+', '-')
                .replace('/', '_')
                .replace("=", "");
    }

    /** Empty if it is none of this list. */
    Optional<Cursor> read(String written, Scope scope, WantedReports wanted) {
        var sealed = new SealedUrl(ANY_KEY, written.replace('-', '+').replace('_', '/'));
        try {
            return Optional.of(EventJson.MAPPER.readValue(seal.open(sealed, list(scope, wanted)), Cursor.class));
        } catch (SealBroken _) {
            return Optional.empty();
        }
    }

    private static String list(Scope scope, WantedReports wanted) {
        return "reports|%s|%s".formatted(scope.origin(), wanted);
    }
}
