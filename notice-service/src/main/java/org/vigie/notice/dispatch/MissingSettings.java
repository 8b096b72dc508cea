package org.vigie.notice.dispatch;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.notice.delivery.SendingRules;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.TaskKind;

/** Has one task open while cases wait for a setting, however many they are. */
@Service
public class MissingSettings {

    private static final UUID TASK = NameBasedIds.of("task", TaskKind.SETTING_MISSING);

    private final OpenTasks tasks;
    private final SendingRules rules;
    private final Clock clock;

    MissingSettings(OpenTasks tasks, SendingRules rules, Clock clock) {
        this.tasks = tasks;
        this.rules = rules;
        this.clock = clock;
    }

    /** Whether a missing setting keeps the case from its notice; a person is asked for it then. */
    boolean keep(UUID caseId) {
        if (!rules.enabled()) {
            tasks.openAs(TASK, TaskKind.SETTING_MISSING, caseId, clock.instant());
        }
        return !rules.enabled();
    }

    /** At a start with every setting the task needs nobody any more. */
    public void settle() {
        if (rules.enabled()) {
            tasks.close(TASK, "SET", clock.instant());
        }
    }
}
