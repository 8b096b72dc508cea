package org.vigie.metrics.removal;

import org.jspecify.annotations.Nullable;
import org.vigie.metrics.ledger.Cell;
import org.vigie.metrics.ledger.DistinctContents;
import org.vigie.metrics.statistics.Share;

/**
 * What became of a set of targetings.
 *
 * @param cell the counts
 * @param distinct the distinct contents among them
 * @param report timed from the first handover, bounces included: the report's «adressée»
 * @param delivered timed from the delivery
 */
public record RemovalIndicators(Cell cell, DistinctContents distinct, RemovalTimes report, RemovalTimes delivered) {

    /** Below these quantiles say little, and publications hide them. */
    private static final int FEW_TARGETINGS = 20;

    private static final int FEW_REMOVALS = 10;

    /** Of no targeting at all. */
    public static final RemovalIndicators NOTHING = of(new Cell(), DistinctContents.NONE, 0);

    static RemovalIndicators of(Cell cell, DistinctContents distinct, int asOfHour) {
        return new RemovalIndicators(
                cell, distinct, RemovalTimes.of(cell.report(), asOfHour), RemovalTimes.of(cell.delivered(), asOfHour));
    }

    /** Targetings whose content was targeted there before, of those whose content can be recognised (Table 1.0). */
    public Share recidivismA() {
        return new Share(cell.repeats(), cell.identified());
    }

    /** Distinct contents sighted there again after a confirmed removal there, of those that can be recognised. */
    public Share recidivismB() {
        return new Share(distinct.sightedAgain(), distinct.identified());
    }

    /** Targetings that recidivism leaves out: their content has no exact hash. */
    public long withoutHash() {
        return cell.targeted() - cell.identified();
    }

    /** Notices that bounced for good, of those sent. */
    public Share hardBounceRate() {
        return new Share(Math.min(cell.bounces(), cell.noticesSent()), cell.noticesSent());
    }

    /** Notices about which a feedback report came, of those sent; where answers are known. */
    public Share complaintRate() {
        return new Share(cell.answers().complaints(), cell.answers().noticesSent());
    }

    /** Targetings that were answered in words that could be understood, of those whose answers are known. */
    public Share ackRate() {
        return new Share(cell.answers().acknowledged().total(), cell.answers().measured());
    }

    /** Notices for each removal, null before the first. */
    public @Nullable Double noticesPerRemoval() {
        var removals = report.removed().total();
        return removals == 0 ? null : (double) cell.noticesSent() / removals;
    }

    /** Whether there are too few for quantiles to say much. */
    public boolean few() {
        return cell.targeted() < FEW_TARGETINGS || report.removed().total() < FEW_REMOVALS;
    }
}
