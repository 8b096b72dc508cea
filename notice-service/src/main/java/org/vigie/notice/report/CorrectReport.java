package org.vigie.notice.report;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.report.WithdrawReport.WithdrawnBefore;
import org.vigie.support.KeyReused;
import org.vigie.support.Refusal;
import org.vigie.support.work.Optimistic;

/**
 * Corrects reports for whoever handed them in: stored when this returns, told to their cases soon after. What it does
 * does not depend on what else was reported.
 */
@Service
public class CorrectReport {

    private static final Logger LOG = LoggerFactory.getLogger(CorrectReport.class);

    /** One that is corrected more often is not known yet. */
    private static final int MOST = 100;

    /** It was corrected as often as a report can be. */
    public static final class CorrectedTooOften extends Refusal {

        private static final long serialVersionUID = 1;

        CorrectedTooOften() {
            super("The report was corrected 100 times; take it back and report the URL anew.");
        }
    }

    private final Reports reports;
    private final ReportQueue queue;
    private final FileReport fileReport;
    private final Clock clock;

    CorrectReport(Reports reports, ReportQueue queue, FileReport fileReport, Clock clock) {
        this.reports = reports;
        this.queue = queue;
        this.fileReport = fileReport;
        this.clock = clock;
    }

    /** A report, and the correction that was asked for. */
    public record Made(Report report, Correction correction) {}

    /**
     * Corrects a report; the same request again gives the same, and what the report says already is no correction.
     *
     * @param origin who handed it in
     * @param key the caller's own name for the request
     * @return empty if the origin handed in no such report
     * @throws org.vigie.support.validation.InvalidField if a field cannot be accepted; nothing is stored
     * @throws KeyReused if the key came with another correction before
     * @throws WithdrawnBefore if it was taken back
     * @throws CorrectedTooOften if it was corrected 100 times
     */
    public Optional<Made> correct(Origin origin, UUID reportId, String key, CorrectionRequest request) {
        var own = new Scope(origin.text());
        return reports.find(own, reportId)
                .map(_ -> Optimistic.change(
                        () -> corrected(origin, reports.find(own, reportId).orElseThrow(), key, request)));
    }

    /** Empty if somebody else was faster. */
    private Optional<Made> corrected(Origin origin, Report known, String key, CorrectionRequest request) {
        var requestId = NameBasedIds.of("correction", known.reportId(), origin.keys(), key);
        var read = fileReport.read(
                origin, key, request.of(known.submission().place().url()), null);
        var before = known.corrections().of(requestId);
        if (before.isPresent()) {
            return Optional.of(new Made(known, same(before.get(), read.fingerprint())));
        }
        if (!known.stands()) {
            throw new WithdrawnBefore();
        }
        var last = known.corrections().last();
        if (last.isPresent() && last.get().fingerprint().equals(read.fingerprint())) {
            return Optional.of(new Made(known, last.get()));
        }
        if (known.corrections().made().size() >= MOST) {
            throw new CorrectedTooOften();
        }
        var correction = new Correction(
                requestId,
                read.fingerprint(),
                clock.instant(),
                known.submission().isVerified());
        return stored(known, read.submission(), correction);
    }

    private Optional<Made> stored(Report known, Submission said, Correction correction) {
        var corrected = known.corrected(
                known.submission().sayingAs(said), known.corrections().with(correction, known.isTest()));
        if (!reports.correct(corrected)) {
            return Optional.empty();
        }
        LOG.atInfo().addKeyValue("reportId", known.reportId()).log("report corrected");
        if (corrected.isPending()) {
            queue.apply(corrected.turn());
        }
        if (Origin.isPartners(corrected.origin())) {
            queue.follow(corrected.reportId(), correction.at());
        }
        return Optional.of(new Made(corrected, correction));
    }

    private static Correction same(Correction before, String fingerprint) {
        if (!before.fingerprint().equals(fingerprint)) {
            throw new KeyReused();
        }
        return before;
    }
}
