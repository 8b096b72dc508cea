package org.vigie.availability.watch;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.support.work.Optimistic;

/** Records in a watch what a check showed, and plans the next one. */
@Service
class RecordCheck {

    private static final Logger LOG = LoggerFactory.getLogger(RecordCheck.class);

    private final Watches watches;
    private final PlanChecks planChecks;
    private final Agenda agenda;
    private final Confirmations confirmations;
    private final Experience experience;
    private final DataVersions data;

    RecordCheck(
            Watches watches,
            PlanChecks planChecks,
            Agenda agenda,
            Confirmations confirmations,
            Experience experience,
            DataVersions data) {
        this.watches = watches;
        this.planChecks = planChecks;
        this.agenda = agenda;
        this.confirmations = confirmations;
        this.experience = experience;
        this.data = data;
    }

    /** In the watch as it was read before the check, unless another version was stored meanwhile. */
    void record(Watch read, Subject subject, CheckResult result) {
        var recorded = recorded(read, subject, result)
                .orElseGet(() -> Optimistic.change(
                        () -> recorded(watches.find(read.caseId()).orElseThrow(), subject, result)));
        if (result.signal() == Signal.LOCAL_FAULT) {
            agenda.postpone(read.caseId(), result.at().plus(CheckSchedule.AFTER_LOCAL_FAULT));
            return;
        }
        planChecks.plan(recorded.after());
        agenda.made(recorded.after().partition());
        tell(recorded.before(), recorded.after());
    }

    private record Recorded(Watch before, Watch after) {}

    private Optional<Recorded> recorded(Watch before, Subject subject, CheckResult result) {
        var needed = confirmations.after(before, subject, result);
        var after = before.checked(result, needed, data, new CheckSchedule(experience.at(result.at())));
        return watches.save(after).map(stored -> new Recorded(before, stored));
    }

    private static void tell(Watch before, Watch after) {
        var was = before.state().presence();
        var is = after.state().presence();
        if (was != is) {
            LOG.atInfo()
                    .addKeyValue("caseId", after.caseId())
                    .addKeyValue("from", was)
                    .addKeyValue("to", is)
                    .log("availability verdict changed");
        }
    }
}
