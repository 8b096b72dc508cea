package org.vigie.support.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/** Fills in what earlier builds did not store, portion by portion; a start goes on where the one before ended. */
final class FillsAtStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FillsAtStart.class);

    private static final String COLLECTION = "fills";
    private static final String DONE = "done";
    private static final String AFTER = "after";
    private static final int PORTION = 500;

    private final MongoOperations mongo;
    private final List<StoreFill> fills;
    private volatile boolean running;
    private @Nullable Thread thread;

    FillsAtStart(MongoOperations mongo, List<StoreFill> fills) {
        this.mongo = mongo;
        this.fills = List.copyOf(fills);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("fills").start(() -> fills.forEach(this::fill));
    }

    private void fill(StoreFill fill) {
        try {
            long filled = 0;
            for (int some = portion(fill); some > 0; some = portion(fill)) {
                filled += some;
                LOG.atInfo()
                        .addKeyValue("fill", fill.name())
                        .addKeyValue("documents", filled)
                        .log("filling in what earlier builds did not store");
            }
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("fill", fill.name())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("lists miss what earlier builds stored; the next start goes on");
        }
    }

    /** How many documents were looked at, 0 when none is left or it is to end. */
    private int portion(StoreFill fill) {
        if (!running) {
            return 0;
        }
        var kept = mongo.findOne(query(where("_id").is(fill.name())), Document.class, COLLECTION);
        if (kept != null && kept.getBoolean(DONE, false)) {
            return 0;
        }
        var ids = idsAfter(fill, kept == null ? "" : kept.getString(AFTER));
        ids.forEach(fill.fill());
        var progress = ids.isEmpty() ? new Update().set(DONE, true) : new Update().set(AFTER, ids.getLast());
        mongo.upsert(query(where("_id").is(fill.name())), progress, COLLECTION);
        return ids.size();
    }

    private List<String> idsAfter(StoreFill fill, String after) {
        var query = query(where("_id").gt(after)).with(Sort.by("_id")).limit(PORTION);
        query.fields().include("_id");
        return mongo.find(query, Document.class, mongo.getCollectionName(fill.documentClass())).stream()
                .map(document -> document.getString("_id"))
                .toList();
    }

    /** Waits for the document that is being filled. */
    @Override
    public void stop() {
        running = false;
        var filling = thread;
        if (filling != null) {
            try {
                filling.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
