package org.vigie.notice.escalation;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.task.Need;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.TaskKind;

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

    /**
     * The case, woken when what a person saw is too old to spare another the check, and saying whether any is called.
     */
    RemovalCase resting(RemovalCase known, Advance.Result went) {
        var woken = needed.wokenInTime(known, went.now());
        return needed(woken, went).isEmpty() ? woken : woken.callsPeople();
    }

    /** After the case is stored, which says that they are called. */
    void call(RemovalCase rested, Advance.Result went) {
        var caseId = rested.caseId();
        var now = went.now();
        for (var hold : rested.holds().current()) {
            alerts.of(hold, now).ifPresent(kind -> tasks.open(kind, caseId, hold.holdId(), null, now));
        }
        if (rested.waiting().called()) {
            tasks.settle(caseId, TasksNeeded.BY_STATE, needed(rested, went), now);
        }
    }

    private Map<TaskKind, Need> needed(RemovalCase rested, Advance.Result went) {
        return needed.of(rested, went.registry(), went.last(), went.now());
    }
}
