package org.vigie.notice.escalation;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.task.OpenTasks;

/** Has tasks open for what only people can do for a case, and closes them when nobody is needed any more. */
@Component
class CallPeople {

    private final TasksNeeded needed;
    private final HoldAlerts alerts;
    private final OpenTasks tasks;

    CallPeople(NextStep nextStep, NoticeRules rules, OpenTasks tasks) {
        this.needed = new TasksNeeded(nextStep, rules);
        this.alerts = new HoldAlerts(rules);
        this.tasks = tasks;
    }

    /** The case, woken when what a person saw is too old to spare another the check. */
    RemovalCase wokenInTime(RemovalCase known, Instant now) {
        return needed.wokenInTime(known, now);
    }

    void call(RemovalCase rested, Advance.Result went) {
        var caseId = rested.caseId();
        var now = went.now();
        for (var hold : rested.holds().current()) {
            alerts.of(hold, now).ifPresent(kind -> tasks.open(kind, caseId, hold.holdId(), null, now));
        }
        var kinds = needed.of(rested, went.registry(), went.last(), now);
        tasks.settle(caseId, TasksNeeded.BY_STATE, kinds, now);
    }
}
