package org.vigie.availability.watch;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.vigie.events.availability.VantageSnapshot;

/** Takes what the other vantages say. WitnessRules the same twice changes nothing. */
@Service
public class HearVantage {

    private final ChangeWatch changeWatch;
    private final Vantages vantages;
    private final Clock clock;

    HearVantage(ChangeWatch changeWatch, Vantages vantages, Clock clock) {
        this.changeWatch = changeWatch;
        this.vantages = vantages;
        this.clock = clock;
    }

    /** Checks soon if it contradicts what is known here; a vantage that is not configured is not believed. */
    public void heard(VantageSnapshot snapshot, int partition) {
        var another =
                vantages.all().contains(snapshot.vantage()) && !vantages.own().equals(snapshot.vantage());
        if (another) {
            changeWatch.change(
                    snapshot.caseId(), partition, watch -> watch.heard(Testimony.of(snapshot), clock.instant()));
        }
    }
}
