package org.vigie.notice.iccam;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.TaskKind;

/** Asks a person to see to an item in ICCAM itself. */
@Component
class AskPerson {

    private static final Logger LOG = LoggerFactory.getLogger(AskPerson.class);

    private final OpenTasks tasks;
    private final Clock clock;

    AskPerson(OpenTasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * One task an item, which is open again for what comes later.
     *
     * @param caseId absent if it has none
     * @param what there is to see to
     */
    void about(long contentId, @Nullable UUID caseId, String what) {
        LOG.atWarn()
                .addKeyValue("contentId", contentId)
                .addKeyValue("caseId", caseId)
                .addKeyValue("what", what)
                .log("item of ICCAM needs a person");
        tasks.openAs(taskId(contentId), TaskKind.ICCAM, caseId, clock.instant());
    }

    /** The task's id, which the person finds in ICCAM as our reference of what could not be taken. */
    static UUID taskId(long contentId) {
        return NameBasedIds.of("task", TaskKind.ICCAM, contentId);
    }
}
