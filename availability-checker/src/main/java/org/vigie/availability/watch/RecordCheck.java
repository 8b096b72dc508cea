package org.vigie.availability.watch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Records in a watch what a check showed, and plans the next one. */
@Service
class RecordCheck {

    private static final Logger LOG = LoggerFactory.getLogger(RecordCheck.class);
    private static final int TRIES = 5;

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
        var before = read;
        for (int attempt = 1; ; attempt++) {
            try {
                var after = watches.save(after(before, subject, result));
                if (result.signal() == Signal.LOCAL_FAULT) {
                    agenda.postpone(read.caseId(), result.at().plus(CheckSchedule.AFTER_LOCAL_FAULT));
                    return;
                }
                planChecks.plan(after);
                agenda.made(after.partition());
                tell(before, after);
                return;
            } catch (StaleWatch e) {
                if (attempt == TRIES) {
                    throw e;
                }
                before = watches.find(read.caseId()).orElseThrow();
            }
        }
    }

    private Watch after(Watch before, Subject subject, CheckResult result) {
        var needed = confirmations.after(before, subject, result);
        return before.checked(result, needed, data, new CheckSchedule(experience.at(result.at())));
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
