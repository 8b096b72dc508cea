package org.vigie.notice.dispatch;

import org.springframework.stereotype.Component;
import org.vigie.notice.delivery.SendingRules;
import org.vigie.notice.oversight.Stops;

/** Whether settings and people let notices leave. */
@Component
class MayLeave {

    private final SendingRules rules;
    private final Stops stops;

    MayLeave(SendingRules rules, Stops stops) {
        this.rules = rules;
        this.stops = stops;
    }

    /** Whether no notice is sent as far as the settings go. */
    boolean isOff() {
        return !rules.enabled() || rules.dryRun();
    }

    /** Whether a person stopped it. */
    boolean isStopped(Notice notice) {
        return stops.now().concerns(notice.addressee().providerId());
    }
}
