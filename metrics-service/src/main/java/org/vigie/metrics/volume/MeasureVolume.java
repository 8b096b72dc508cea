package org.vigie.metrics.volume;

import java.util.HashSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.metrics.ledger.AsOf;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.ledger.Entry;
import org.vigie.metrics.ledger.Ledger;
import org.vigie.metrics.ledger.Selection;
import org.vigie.metrics.provider.Providers;

/** Adds up what was detected and what became of it. */
@Service
public class MeasureVolume {

    private final Bookkeeping bookkeeping;
    private final Providers providers;

    public MeasureVolume(Bookkeeping bookkeeping, Providers providers) {
        this.bookkeeping = bookkeeping;
        this.providers = providers;
    }

    /**
     * The totals of what is chosen. Detections, verified units and what was not targeted are chosen by stage, category
     * and kind; targetings by everything; cases as they stand by nothing.
     */
    public Totals totals(Selection selection) {
        var asOf = AsOf.of(selection.asOf(), bookkeeping.asOf());
        return bookkeeping.read(ledger -> totals(ledger, selection, asOf));
    }

    /** How long every case waited for us, those that no notice named included. */
    public Delays delays() {
        return bookkeeping.read(ledger -> {
            var sum = new DelaysSum();
            ledger.cases().forEach(sum::add);
            return sum.delays();
        });
    }

    private Totals totals(Ledger ledger, Selection selection, AsOf asOf) {
        var sum = new TotalsSum(selection, bookkeeping.asOf());
        ledger.cases().forEach(removalCase -> {
            var targeted = new HashSet<UUID>();
            ledger.lifecyclesOf(removalCase.caseId())
                    .filter(lifecycle -> lifecycle.counts())
                    .forEach(lifecycle -> targeted.add(lifecycle.content().content()));
            sum.add(removalCase, ledger.presenceOf(removalCase.caseId()), targeted);
        });
        asOf.entriesByCase(ledger).forEach(entries -> {
            var units = new HashSet<String>();
            entries.stream().filter(entry -> counts(selection, entry)).forEach(entry -> {
                units.add(entry.lifecycle().cycle() + "/"
                        + entry.lifecycle().content().content());
                sum.addTargeting();
            });
            sum.addTargetedCycles(units.size());
        });
        return sum.totals();
    }

    private boolean counts(Selection selection, Entry entry) {
        return entry.lifecycle().counts() && selection.chooses(entry.lifecycle(), providers::find);
    }
}
