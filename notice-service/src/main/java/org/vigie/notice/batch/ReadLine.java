package org.vigie.notice.batch;

import org.vigie.notice.report.ReportRequest;

/** Reads lines by the rules for reports that come alone. */
public interface ReadLine {

    /** The report on the line; what cannot be accepted is thrown as it is where a report comes alone. */
    ReportRequest read(String text);
}
