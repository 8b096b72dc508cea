package org.vigie.notice.task.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.vigie.support.store.StoreIndex;

/** Indexes of tasks. */
@Configuration(proxyBeanMethods = false)
class TaskStoreConfiguration {

    @Bean
    StoreIndex tasksOfCases() {
        return new StoreIndex(TaskDocument.class, new Index("caseId", Sort.Direction.ASC), "the tasks of a case");
    }

    @Bean
    StoreIndex tasksOpenByKind() {
        return new StoreIndex(
                TaskDocument.class,
                new Index("doneAt", Sort.Direction.ASC)
                        .on("kind", Sort.Direction.ASC)
                        .on("due", Sort.Direction.ASC),
                "how much waits for a person");
    }

    @Bean
    StoreIndex tasksOpenByDue() {
        return new StoreIndex(
                TaskDocument.class,
                new Index("doneAt", Sort.Direction.ASC)
                        .on("due", Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC),
                "what waits for a person, the earliest due first");
    }

    @Bean
    StoreIndex casesOfTasks() {
        return new StoreIndex(
                TaskDocument.class,
                new Index("doneAt", Sort.Direction.ASC)
                        .on("kind", Sort.Direction.ASC)
                        .on("caseId", Sort.Direction.ASC),
                "the cases with a task of a kind");
    }
}
