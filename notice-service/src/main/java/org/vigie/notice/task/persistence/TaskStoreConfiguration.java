package org.vigie.notice.task.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.support.store.StoreIndex;

/** Indexes of tasks. */
@Configuration(proxyBeanMethods = false)
class TaskStoreConfiguration {

    @Bean
    StoreIndex tasksOfCases() {
        return StoreIndex.by(TaskDocument.class, "the tasks of a case", "caseId");
    }

    @Bean
    StoreIndex tasksOpenByKind() {
        return StoreIndex.by(TaskDocument.class, "how much waits for a person", "doneAt", "kind", "due");
    }

    @Bean
    StoreIndex tasksOpenByDue() {
        return StoreIndex.by(
                TaskDocument.class, "what waits for a person, the earliest due first", "doneAt", "due", "_id");
    }

    @Bean
    StoreIndex tasksClaimed() {
        return StoreIndex.by(TaskDocument.class, "what somebody has claimed", "doneAt", "claimedUntil");
    }

    @Bean
    StoreIndex casesOfTasks() {
        return StoreIndex.by(TaskDocument.class, "the cases with a task of a kind", "doneAt", "kind", "caseId");
    }
}
