package org.vigie.notice.batch.scheduling;

import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.notice.batch.BatchQueue;
import org.vigie.notice.batch.Batches;
import org.vigie.notice.batch.WorkBatch;
import org.vigie.support.time.OneClock;
import org.vigie.support.work.DueQueue;

/** Works on every stored batch, those included that a crash or another process left behind. */
@Configuration(proxyBeanMethods = false)
class BatchQueueConfiguration {

    private static final int CONCURRENCY = 2;

    /** No request takes as long: what is not a batch by then never will be one. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    @Bean
    DueQueue<UUID> unfinishedBatchesQueue(
            OneClock clock, Batches batches, ObjectProvider<WorkBatch> work, ObjectProvider<BatchQueue> queue) {
        return new DueQueue<>(
                "batches",
                clock,
                CONCURRENCY,
                () -> {
                    batches.forgetAbandoned(clock.instant().minus(ABANDONED));
                    return batches.due();
                },
                batchId -> {
                    if (work.getObject().work(batchId)) {
                        queue.getObject().work(batchId);
                    }
                });
    }

    @Bean
    BatchQueue batchQueue(OneClock clock, @Qualifier("unfinishedBatchesQueue") DueQueue<UUID> unfinishedBatchesQueue) {
        return batchId -> unfinishedBatchesQueue.schedule(batchId, clock.instant());
    }
}
