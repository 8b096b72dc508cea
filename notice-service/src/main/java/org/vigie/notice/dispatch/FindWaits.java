package org.vigie.notice.dispatch;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.notice.composition.GatherNotices;
import org.vigie.notice.composition.Gathering.Wish;
import org.vigie.notice.delivery.SendingRules;
import org.vigie.notice.escalation.DryRun;
import org.vigie.notice.oversight.StopInForce;
import org.vigie.notice.oversight.Waits;
import org.vigie.notice.oversight.WaitsFor;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.PendingNotice;
import org.vigie.notice.removal.RemovalCase;

/** Reads what a case or a notice waits for from where it stands. */
@Service
public class FindWaits implements Waits {

    private final DryRun wouldAsk;
    private final Cases cases;
    private final Notices notices;
    private final GatherNotices gatherNotices;
    private final SendingRules sending;
    private final StopInForce stop;
    private final Clock clock;

    FindWaits(
            DryRun wouldAsk,
            Cases cases,
            Notices notices,
            GatherNotices gatherNotices,
            SendingRules sending,
            StopInForce stop,
            Clock clock) {
        this.wouldAsk = wouldAsk;
        this.cases = cases;
        this.notices = notices;
        this.gatherNotices = gatherNotices;
        this.sending = sending;
        this.stop = stop;
        this.clock = clock;
    }

    @Override
    public Optional<WaitsFor> of(RemovalCase known) {
        var resting = wouldAsk.resting(known);
        var asked = Optional.ofNullable(resting.known().pending());
        var notice = asked.map(PendingNotice::noticeId).flatMap(notices::find);
        var gathering = asked.flatMap(wish -> gatherNotices
                .of(resting.known(), wish)
                .filter(found -> found.wishes().contains(new Wish(known.caseId(), wish.itemId()))));
        return whatItWaitsFor().of(resting, gathering.orElse(null), notice.orElse(null));
    }

    /** What the case waits for now; empty if there is no such case, too. */
    public Optional<WaitsFor> of(UUID caseId) {
        return cases.find(caseId).flatMap(this::of);
    }

    /** What the notice waits for now; empty if it is over, or being sent. */
    public Optional<WaitsFor> of(Notice notice) {
        var named = notice.items().stream()
                .flatMap(item -> cases.find(item.caseId()).stream())
                .toList();
        return whatItWaitsFor().of(notice, named);
    }

    private WhatItWaitsFor whatItWaitsFor() {
        return new WhatItWaitsFor(sending, stop.now(), clock.instant());
    }
}
