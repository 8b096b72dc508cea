package org.vigie.notice.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** All of a report but its reference, which only one that is new is given. */
    record AsRead(UUID reportId, Origin origin, String fingerprint, Submission submission, Instant at) {

        private Report as(String reference) {
            return new Report(
                    reportId,
                    reference,
                    origin.text(),
                    fingerprint,
                    submission,
                    at,
                    null,
                    Corrections.NONE,
                    null,
                    origin.isBatch());
        }
    }

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
        applySoon(report);
        return report;
    }

    /** The same of several that {@link #read} gave; what an id names before is that, whatever was handed in. */
    List<Report> file(List<AsRead> handedIn) {
        var stored = stored(handedIn);
        stored.forEach(this::applySoon);
        return stored;
    }

    private void applySoon(Report report) {
        if (report.isPending()) {
            queue.apply(report.turn());
        }
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

    /**
     * What can be stored of a request.
     *
     * @throws org.vigie.support.validation.InvalidField if a field cannot be accepted
     */
    AsRead read(Origin origin, String key, ReportRequest request, @Nullable String filedBy) {
        var now = clock.instant();
        return new AsRead(
                NameBasedIds.of("report", origin.keys(), key),
                origin,
                // What was handed in, not what became of it: a default taken from the clock differs each time.
                tokens.ofPayload(new String(EventJson.write(new HandedIn(request, filedBy)), UTF_8)),
                rights.granted(origin.text(), ReadReport.read(request, filedBy, now)),
                now);
    }

    private Report stored(Origin origin, String key, ReportRequest request, @Nullable String filedBy) {
        var read = read(origin, key, request, filedBy);
        return same(stored(List.of(read)).getFirst(), read.fingerprint());
    }

    /** The reports that there are of them now, in their order; the store is asked as often for many as for one. */
    private List<Report> stored(List<AsRead> handedIn) {
        var found = byId(reports.find(ids(handedIn)));
        var missing = handedIn.stream()
                .filter(one -> !found.containsKey(one.reportId()))
                .toList();
        if (!missing.isEmpty()) {
            var added = reports.add(withReferences(missing));
            added.forEach(this::heard);
            found.putAll(byId(added));
        }
        if (found.size() < handedIn.size()) {
            // Another was faster.
            found.putAll(byId(reports.find(ids(missing))));
        }
        return handedIn.stream()
                .map(one -> Objects.requireNonNull(found.get(one.reportId())))
                .toList();
    }

    private List<Report> withReferences(List<AsRead> missing) {
        var next =
                references.next("RP", missing.getFirst().at(), missing.size()).iterator();
        return missing.stream().map(one -> one.as(next.next())).toList();
    }

    private void heard(Report report) {
        LOG.atInfo()
                .addKeyValue("reportId", report.reportId())
                .addKeyValue("reportRef", report.reference())
                .log("report stored");
        if (Origin.isPartners(report.origin())) {
            queue.follow(report.reportId(), Followed.heardFrom(report));
        }
    }

    private static List<UUID> ids(List<AsRead> handedIn) {
        return handedIn.stream().map(AsRead::reportId).toList();
    }

    private static Map<UUID, Report> byId(List<Report> found) {
        var byId = new HashMap<UUID, Report>();
        found.forEach(report -> byId.put(report.reportId(), report));
        return byId;
    }

    private static Report same(Report known, String fingerprint) {
        if (!known.fingerprint().equals(fingerprint)) {
            throw new KeyReused();
        }
        return known;
    }
}
