package org.vigie.metrics.volume;

import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.ledger.Ledger;
import org.vigie.metrics.ledger.Lifecycle;

/** Adds up what was detected and what became of it. */
@Service
public class MeasureVolume {

    private final Bookkeeping bookkeeping;

    public MeasureVolume(Bookkeeping bookkeeping) {
        this.bookkeeping = bookkeeping;
    }

    /** The totals of everything counted so far. */
    public Totals totals() {
        var asOf = bookkeeping.asOf();
        return bookkeeping.read(ledger -> totals(ledger, asOf));
    }

    /** How long it took us, and what came back. */
    public Delays delays() {
        var sum = new DelaysSum(bookkeeping.asOf());
        return bookkeeping.read(ledger -> {
            ledger.cases().forEach(one -> sum.add(one, ledger.availabilityOf(one.caseId())));
            return sum.delays();
        });
    }

    private static Totals totals(Ledger ledger, @Nullable Instant asOf) {
        var sum = new TotalsSum(asOf);
        for (var removalCase : ledger.cases()) {
            var targeted = new HashSet<UUID>();
            var targetedCycles = new HashSet<String>();
            ledger.lifecyclesOf(removalCase.caseId()).filter(Lifecycle::counts).forEach(lifecycle -> {
                targeted.add(lifecycle.content().content());
                targetedCycles.add(lifecycle.cycle() + "/" + lifecycle.content().content());
            });
            sum.add(removalCase, ledger.availabilityOf(removalCase.caseId()), targeted);
            sum.addTargetedCycles(targetedCycles.size());
        }
        return sum.totals(ledger.lifecycles().filter(Lifecycle::counts).count());
    }
}
