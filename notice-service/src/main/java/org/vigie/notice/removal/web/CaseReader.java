package org.vigie.notice.removal.web;

import org.springframework.stereotype.Component;
import org.vigie.notice.removal.ProviderNames;
import org.vigie.notice.removal.Recurrence;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Waits;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.Tasks;

/** Reads what people are shown of a case beside the case itself. */
@Component
class CaseReader {

    private final Recurrence recurrence;
    private final Tasks tasks;
    private final ProviderNames names;
    private final Waits waits;

    CaseReader(Recurrence recurrence, Tasks tasks, ProviderNames names, Waits waits) {
        this.recurrence = recurrence;
        this.tasks = tasks;
        this.names = names;
        this.waits = waits;
    }

    CaseView view(RemovalCase known) {
        var open =
                tasks.openOf(known.caseId()).stream().map(Task::kind).sorted().toList();
        return CaseView.of(known, waits.of(known).orElse(null), recurrence.elsewhere(known), open, names);
    }
}
