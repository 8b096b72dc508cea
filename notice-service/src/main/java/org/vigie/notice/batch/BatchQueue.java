package org.vigie.notice.batch;

import java.util.UUID;

/** Batches to be worked on. */
public interface BatchQueue {

    /** Works on the batch as soon as possible. */
    void work(UUID batchId);
}
