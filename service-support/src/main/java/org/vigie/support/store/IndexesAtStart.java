package org.vigie.support.store;

import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;

/** Makes the indexes after the context stands and before listeners and queues start. */
final class IndexesAtStart implements SmartLifecycle {

    private final MongoOperations mongo;
    private final List<StoreIndex> indexes;
    private volatile boolean made;

    IndexesAtStart(MongoOperations mongo, List<StoreIndex> indexes) {
        this.mongo = mongo;
        this.indexes = List.copyOf(indexes);
    }

    @Override
    public void start() {
        indexes.forEach(index -> mongo.indexOps(index.documentClass()).createIndex(index.definition()));
        made = true;
    }

    @Override
    public void stop() {
        made = false;
    }

    @Override
    public boolean isRunning() {
        return made;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
