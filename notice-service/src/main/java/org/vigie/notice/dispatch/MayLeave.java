package org.vigie.notice.dispatch;

import org.springframework.stereotype.Component;
import org.vigie.notice.delivery.SendingRules;
import org.vigie.notice.oversight.StopInForce;

/** Whether settings and people let notices leave. */
@Component
class MayLeave {

    private final SendingRules rules;
    private final StopInForce stop;

    MayLeave(SendingRules rules, StopInForce stop) {
        this.rules = rules;
        this.stop = stop;
    }

    /** Whether no notice is sent as far as the settings go. */
    boolean isOff() {
        return !rules.enabled() || rules.dryRun();
    }

    /** Whether a person stopped it. */
    boolean isStopped(Notice notice) {
        return stop.now().concerns(notice.addressee().providerId());
    }
}
