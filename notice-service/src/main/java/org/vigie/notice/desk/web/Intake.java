package org.vigie.notice.desk.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vigie.notice.desk.LookUp;
import org.vigie.notice.report.FileReport;
import org.vigie.notice.report.Origin;
import org.vigie.notice.report.ReadReport;
import org.vigie.notice.report.ReportRequest;
import org.vigie.support.access.Caller;
import org.vigie.support.validation.FieldRules;
import org.vigie.support.validation.InvalidField;
import org.vigie.url.ReportedUrl;

/** Holds pasted lines to the rules of {@code POST /v1/reports}, and files them as that does. */
@Component
class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final FileReport fileReport;
    private final LookUp known;
    private final FieldRules rules;
    private final Clock clock;

    Intake(FileReport fileReport, LookUp known, FieldRules rules, Clock clock) {
        this.fileReport = fileReport;
        this.known = known;
        this.rules = rules;
        this.clock = clock;
    }

    /** What would become of each line; nothing is stored. */
    List<IntakeRow> check(List<PastedLine> lines) {
        var rows = new ArrayList<IntakeRow>();
        var said = new HashMap<String, Integer>();
        for (var line : lines) {
            rows.add(check(line, said));
        }
        return rows;
    }

    private IntakeRow check(PastedLine line, Map<String, Integer> said) {
        if (line.isMedia()) {
            return IntakeRow.refused(line, "media");
        }
        if (line.isUnclear()) {
            return IntakeRow.refused(line, "unclear");
        }
        try {
            held(IntakeForm.alone(line));
        } catch (InvalidField refused) {
            return IntakeRow.refused(line, refused.pointer().equals("/url") ? "line" : "hashes");
        }
        var url = ReportedUrl.parse(line.url()).orElseThrow();
        var same = said.putIfAbsent(url.contentKey() + " " + line.hashes(), line.number());
        return same == null
                ? IntakeRow.taken(line, url.exact(), known.ofUrl(url.exact()).orElse(null))
                : IntakeRow.same(line, url.exact(), same);
    }

    /**
     * Files every line that can be; the same form again files none of them twice.
     *
     * @throws InvalidField if a field that all lines share cannot be accepted; nothing is stored
     */
    List<IntakeRow> file(List<PastedLine> lines, Typed typed, Visitor visitor) {
        var rows = check(lines);
        var reports = new HashMap<PastedLine, ReportRequest>();
        for (var row : rows) {
            if (row.isFileable()) {
                reports.put(row.line(), held(IntakeForm.report(typed, row.line())));
            }
        }
        return rows.stream()
                .map(row -> reports.containsKey(row.line())
                        ? filed(row, typed, visitor, Objects.requireNonNull(reports.get(row.line())))
                        : row)
                .toList();
    }

    private IntakeRow filed(IntakeRow row, Typed typed, Visitor visitor, ReportRequest report) {
        var origin = Origin.of(new Caller.Principal(visitor.visit().person()));
        try {
            return row.filed(
                    fileReport.fileAndApply(origin, IntakeForm.key(typed, row.line()), report, visitor.person()));
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("failure", e.getClass().getName())
                    .log("a line of the desk's intake was not stored");
            return row.notNow();
        }
    }

    private ReportRequest held(ReportRequest request) {
        rules.check(request);
        ReadReport.check(request, clock.instant());
        return request;
    }
}
