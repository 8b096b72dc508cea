package org.vigie.notice.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.reference.ReferenceNumbers;
import org.vigie.notice.removal.PlaceTokens;
import org.vigie.support.KeyReused;
import org.vigie.support.events.EventJson;

/** Takes reports in: stored when this returns, applied soon after. */
@Service
public class FileReport {

    private static final Logger LOG = LoggerFactory.getLogger(FileReport.class);

    private record HandedIn(ReportRequest request, @Nullable String filedBy) {}

    private final Reports reports;
    private final ReportQueue queue;
    private final ApplyReport applyReport;
    private final ReferenceNumbers references;
    private final PlaceTokens tokens;
    private final ReportRights rights;
    private final Clock clock;

    FileReport(
            Reports reports,
            ReportQueue queue,
            ApplyReport applyReport,
            ReferenceNumbers references,
            PlaceTokens tokens,
            ReportRights rights,
            Clock clock) {
        this.reports = reports;
        this.queue = queue;
        this.applyReport = applyReport;
        this.references = references;
        this.tokens = tokens;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * Stores a report; the same one again gives the one that is there. What it does does not depend on what else was
     * reported.
     *
     * @param origin who hands it in
     * @param key the caller's own name for it
     * @param filedBy the person who hands it in, absent if only the origin is known
     * @throws org.vigie.support.validation.InvalidField if a field cannot be accepted; nothing is stored
     * @throws KeyReused if the key came with another report before
     */
    public Report file(Origin origin, String key, ReportRequest request, @Nullable String filedBy) {
        var report = stored(origin, key, request, filedBy);
        if (report.isPending()) {
            queue.apply(report.turn());
        }
        return report;
    }

    /**
     * The same, and applies it before it returns: the report has its case, unless that could not be done now and is
     * done soon.
     *
     * @throws org.vigie.support.validation.InvalidField if a field cannot be accepted; nothing is stored
     * @throws KeyReused if the key came with another report before
     */
    public Report fileAndApply(Origin origin, String key, ReportRequest request, @Nullable String filedBy) {
        var report = stored(origin, key, request, filedBy);
        try {
            return applyReport.apply(report);
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("reportId", report.reportId())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("report stored but not yet applied; it will be tried again");
            queue.apply(report.turn());
            return report;
        }
    }

    /** The report that the key names; empty if there is none. */
    Optional<Report> known(Origin origin, String key) {
        return reports.find(Scope.EVERYBODYS, id(origin, key));
    }

    private static UUID id(Origin origin, String key) {
        return NameBasedIds.of("report", origin.keys(), key);
    }

    private Report stored(Origin origin, String key, ReportRequest request, @Nullable String filedBy) {
        var id = id(origin, key);
        var now = clock.instant();
        var submission = rights.granted(origin.text(), ReadReport.read(request, filedBy, now));
        // What was handed in, not what became of it: a default taken from the clock differs each time.
        var fingerprint = tokens.ofPayload(new String(EventJson.write(new HandedIn(request, filedBy)), UTF_8));
        var known = reports.find(Scope.EVERYBODYS, id);
        if (known.isPresent()) {
            return same(known.get(), fingerprint);
        }
        var reference = references.next("RP", now);
        var report =
                new Report(id, reference, origin.text(), fingerprint, submission, now, null, null, origin.isBatch());
        if (!reports.add(report)) {
            return same(reports.find(Scope.EVERYBODYS, id).orElseThrow(), fingerprint);
        }
        LOG.atInfo()
                .addKeyValue("reportId", id)
                .addKeyValue("reportRef", report.reference())
                .log("report stored");
        if (Origin.isPartners(report.origin())) {
            queue.follow(id, Followed.heardFrom(report));
        }
        return report;
    }

    private static Report same(Report known, String fingerprint) {
        if (!known.fingerprint().equals(fingerprint)) {
            throw new KeyReused();
        }
        return known;
    }
}
