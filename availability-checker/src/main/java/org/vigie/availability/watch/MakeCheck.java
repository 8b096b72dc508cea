package org.vigie.availability.watch;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Makes a check that fell due. */
@Service
public class MakeCheck {

    private final Watches watches;
    private final Locations locations;
    private final CheckTurn turn;
    private final RecordCheck recordCheck;
    private final Agenda agenda;
    private final Clock clock;

    MakeCheck(
            Watches watches, Locations locations, CheckTurn turn, RecordCheck recordCheck, Agenda agenda, Clock clock) {
        this.watches = watches;
        this.locations = locations;
        this.turn = turn;
        this.recordCheck = recordCheck;
        this.agenda = agenda;
        this.clock = clock;
    }

    /** Checks now, or plans to when the host may be bothered again; nothing happens if nobody wants it any more. */
    public void make(UUID caseId) {
        var watch = watches.find(caseId).filter(Watch::isActive).orElse(null);
        if (watch == null) {
            turn.forget(caseId);
            return;
        }
        var subject = locations.open(watch);
        switch (turn.take(watch, subject)) {
            case CheckTurn.Later(var until) -> agenda.plan(caseId, watch.partition(), until);
            case CheckTurn.Made(var result) -> recordCheck.record(watch, subject, result.madeAt(clock.instant()));
        }
    }
}
