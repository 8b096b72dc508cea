package org.vigie.notice.batch.web;

import org.springframework.stereotype.Component;
import org.vigie.notice.batch.ReadLine;
import org.vigie.notice.report.ReportRequest;
import org.vigie.support.web.LineReader;

/** Reads a line as the body of a report is read. */
@Component
class JsonLines implements ReadLine {

    private final LineReader reader;

    JsonLines(LineReader reader) {
        this.reader = reader;
    }

    @Override
    public ReportRequest read(String text) {
        return reader.read(text, ReportRequest.class);
    }
}
