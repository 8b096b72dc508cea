package org.vigie.notice.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.escalation.Ranked;
import org.vigie.notice.escalation.RegistryViews;
import org.vigie.notice.oversight.Waits;
import org.vigie.notice.oversight.WaitsFor;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.Recurrence;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.Tasks;

/** Gathers what a person needs to decide about a case. */
@Service
public class ShowCase {

    private final Cases cases;
    private final Tasks tasks;
    private final Notices notices;
    private final RegistryViews surroundings;
    private final Recurrence recurrence;
    private final Waits waits;

    ShowCase(
            Cases cases, Tasks tasks, Notices notices, RegistryViews surroundings, Recurrence recurrence, Waits waits) {
        this.cases = cases;
        this.tasks = tasks;
        this.notices = notices;
        this.surroundings = surroundings;
        this.recurrence = recurrence;
        this.waits = waits;
    }

    /**
     * A case with what is around it.
     *
     * @param waits absent if it is over, or something about it is being done
     * @param chain absent before the first
     * @param ranking whom the chain ranks, best first
     * @param tasks the open ones, the earliest due first
     * @param notices those that name it, the earliest first
     * @param elsewhere other cases with the same content, at most a hundred
     */
    public record Shown(
            RemovalCase known,
            @Nullable WaitsFor waits,
            @Nullable ChainSnapshot chain,
            List<Ranked> ranking,
            List<Task> tasks,
            List<Notice> notices,
            List<UUID> elsewhere) {

        public Shown {
            ranking = List.copyOf(ranking);
            tasks = List.copyOf(tasks);
            notices = List.copyOf(notices);
            elsewhere = List.copyOf(elsewhere);
        }
    }

    /** Empty if there is no such case. */
    public Optional<Shown> of(UUID caseId) {
        return cases.find(caseId).map(known -> {
            var around = surroundings.of(known);
            return new Shown(
                    known,
                    waits.of(known).orElse(null),
                    around.chain(),
                    around.ranked(known),
                    tasks.openOf(caseId).stream()
                            .sorted(Comparator.comparing(Task::due))
                            .toList(),
                    notices.naming(caseId).stream()
                            .sorted(Comparator.comparing(Notice::createdAt))
                            .toList(),
                    recurrence.elsewhere(known));
        });
    }
}
