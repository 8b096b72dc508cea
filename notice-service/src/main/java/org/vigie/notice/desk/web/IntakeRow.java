package org.vigie.notice.desk.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.message.Defanged;
import org.vigie.notice.message.DefangedText;
import org.vigie.notice.removal.CaseStatus;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.report.Report;

/**
 * What is to become of a pasted line, or became of it.
 *
 * @param says the URL, defanged, or the beginning of what is none
 * @param why key of the words that say why it is refused, absent if it is not
 * @param same the line that says the same before, 0 if none does
 * @param caseId absent if there is no case of the URL
 * @param status of that case before this report, absent if there was none
 * @param reference of the report, absent before it is filed
 */
record IntakeRow(
        PastedLine line,
        What what,
        String says,
        @Nullable String why,
        int same,
        @Nullable UUID caseId,
        @Nullable CaseStatus status,
        @Nullable String reference) {

    private static final int SHOWN = 120;

    /** What stands before the line. */
    enum What {
        NEW,
        /** There is a case of the URL; the report is one more sighting. */
        KNOWN,
        SAME,
        REFUSED,
        FILED,
        /** Nothing was stored; it can be sent again. */
        NOT_NOW
    }

    static IntakeRow refused(PastedLine line, String why) {
        var text = DefangedText.of(line.isMedia() ? "data:" : line.text());
        var says = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return new IntakeRow(line, What.REFUSED, says, why, 0, null, null, null);
    }

    static IntakeRow same(PastedLine line, String url, int as) {
        return new IntakeRow(line, What.SAME, Defanged.url(url), null, as, null, null, null);
    }

    static IntakeRow taken(PastedLine line, String url, @Nullable RemovalCase known) {
        return new IntakeRow(
                line,
                known == null ? What.NEW : What.KNOWN,
                Defanged.url(url),
                null,
                0,
                known == null ? null : known.caseId(),
                known == null ? null : CaseStatus.of(known),
                null);
    }

    IntakeRow filed(Report report) {
        return new IntakeRow(line, What.FILED, says, null, 0, report.caseId(), status, report.reference());
    }

    IntakeRow notNow() {
        return new IntakeRow(line, What.NOT_NOW, says, null, 0, caseId, status, null);
    }

    /** Whether it can be filed. */
    boolean isFileable() {
        return what == What.NEW || what == What.KNOWN;
    }

    /** Whether the person has to do something about it. */
    boolean isLeft() {
        return what == What.REFUSED || what == What.NOT_NOW;
    }
}
