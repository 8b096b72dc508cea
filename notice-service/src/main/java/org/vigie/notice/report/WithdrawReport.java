package org.vigie.notice.report;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.support.KeyReused;
import org.vigie.support.Refusal;

/**
 * Takes back reports for whoever handed them in: stored when this returns, told to their cases soon after. What it does
 * does not depend on what else was reported.
 */
@Service
public class WithdrawReport {

    private static final Logger LOG = LoggerFactory.getLogger(WithdrawReport.class);

    /** It was taken back by another request. */
    public static final class WithdrawnBefore extends Refusal {

        private static final long serialVersionUID = 1;

        WithdrawnBefore() {
            super("The report was taken back before.");
        }
    }

    private final Reports reports;
    private final ReportQueue queue;
    private final Clock clock;

    WithdrawReport(Reports reports, ReportQueue queue, Clock clock) {
        this.reports = reports;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Takes a report back; the same request again gives the same.
     *
     * @param origin who handed it in
     * @param key the caller's own name for the request
     * @return the report as it is then; empty if the origin handed in no such report
     * @throws KeyReused if the key came with another reason before
     * @throws WithdrawnBefore if it was taken back under another key
     */
    public Optional<Report> withdraw(Origin origin, UUID reportId, String key, WithdrawalReason reason) {
        var own = new Scope(origin.text());
        var requestId = NameBasedIds.of("withdrawal", reportId, origin.keys(), key);
        return reports.find(own, reportId).map(known -> {
            var withdrawal = new Withdrawal(requestId, reason, clock.instant(), known.isTest());
            if (!known.stands() || !reports.withdraw(known, withdrawal)) {
                return same(reports.find(own, reportId).orElseThrow(), requestId, reason);
            }
            LOG.atInfo().addKeyValue("reportId", reportId).log("report taken back");
            return followedUp(known.withdrawn(withdrawal));
        });
    }

    private Report followedUp(Report withdrawn) {
        if (withdrawn.isPending()) {
            queue.apply(withdrawn.turn());
        }
        if (Origin.isPartners(withdrawn.origin())) {
            queue.follow(withdrawn.reportId(), clock.instant());
        }
        return withdrawn;
    }

    private static Report same(Report known, UUID requestId, WithdrawalReason reason) {
        var before = known.withdrawal();
        if (before == null || !before.requestId().equals(requestId)) {
            throw new WithdrawnBefore();
        }
        if (before.reason() != reason) {
            throw new KeyReused();
        }
        return known;
    }
}
