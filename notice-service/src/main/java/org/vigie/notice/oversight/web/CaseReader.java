package org.vigie.notice.oversight.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.vigie.notice.escalation.RegistryViews;
import org.vigie.notice.oversight.ProviderNames;
import org.vigie.notice.oversight.Waits;
import org.vigie.notice.removal.Recurrence;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.Tasks;

/** Reads what people are shown of a case beside the case itself. */
@Component
class CaseReader {

    private final Recurrence recurrence;
    private final Tasks tasks;
    private final ProviderNames names;
    private final Waits waits;
    private final RegistryViews surroundings;

    CaseReader(Recurrence recurrence, Tasks tasks, ProviderNames names, Waits waits, RegistryViews surroundings) {
        this.recurrence = recurrence;
        this.tasks = tasks;
        this.names = names;
        this.waits = waits;
        this.surroundings = surroundings;
    }

    List<BriefCase> brief(List<RemovalCase> known) {
        return known.stream().map(one -> BriefCase.of(one, names)).toList();
    }

    CaseView view(RemovalCase known) {
        var open =
                tasks.openOf(known.caseId()).stream().map(Task::kind).sorted().toList();
        return CaseView.of(
                known,
                waits.of(known).orElse(null),
                surroundings.of(known).ranked(known),
                recurrence.elsewhere(known),
                open,
                names);
    }
}
