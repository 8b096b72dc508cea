package org.vigie.support.store;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Whether the store takes what is written: one whose disk is full still answers questions. Asked more often than every
 * five seconds it says what it last saw.
 */
final class StoreHealth implements HealthIndicator {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final MongoOperations mongo;
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable Health last;
    private long seenAt; // nanoTime

    StoreHealth(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Health health() {
        lock.lock();
        try {
            var known = last;
            if (known == null || System.nanoTime() - seenAt > FRESH.toNanos()) {
                known = look();
                last = known;
                seenAt = System.nanoTime();
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private Health look() {
        try {
            mongo.save(new Document("_id", "written"), "health");
            return Health.up().build();
        } catch (DataAccessException e) {
            return Health.down()
                    .withDetail("writes", "are not taken")
                    .withDetail("failure", e.getClass().getSimpleName())
                    .build();
        }
    }
}
