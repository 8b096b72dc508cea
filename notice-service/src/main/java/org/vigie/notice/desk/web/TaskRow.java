package org.vigie.notice.desk.web;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.notice.desk.WorkList;
import org.vigie.notice.message.Defanged;
import org.vigie.notice.oversight.ProviderNames;
import org.vigie.notice.removal.CaseStatus;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;
import org.vigie.support.Person;

/**
 * A task as the list shows it.
 *
 * @param url defanged, absent if it is about no one case
 * @param to the name of whom the case's notices go to, absent while that is nobody known
 * @param holder who has it, absent while nobody does
 */
record TaskRow(
        UUID taskId,
        TaskKind kind,
        @Nullable UUID caseId,
        @Nullable String url,
        @Nullable CaseStatus status,
        @Nullable String to,
        @Nullable Role role,
        Instant due,
        Duration age,
        Duration left,
        @Nullable String holder,
        boolean mine) {

    static TaskRow of(WorkList.Line line, WorkList list, ProviderNames names, Visitor visitor) {
        var task = line.task();
        var about = line.about();
        var addressee = about == null ? null : about.route().addressee();
        return new TaskRow(
                task.taskId(),
                task.kind(),
                task.caseId(),
                about == null ? null : url(about),
                about == null ? null : CaseStatus.of(about),
                addressee == null ? null : names.of(addressee.providerId()),
                addressee == null ? null : addressee.role(),
                task.due(),
                Duration.between(task.since(), visitor.now()),
                Duration.between(visitor.now(), task.due()),
                list.isFree(task) ? null : holder(task),
                list.isOf(task, visitor.person()));
    }

    public boolean late() {
        return left.isNegative();
    }

    private static String url(RemovalCase known) {
        return Defanged.url(known.evidence().place().url());
    }

    private static @Nullable String holder(Task task) {
        return task.owner() == null ? null : Person.read(task.owner()).name();
    }
}
