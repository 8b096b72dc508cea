package org.vigie.availability.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What this service's own history teaches about removals: read from the watches of the last year when it is first
 * needed and every six hours after. Nothing of it is stored, so a restart learns the same again.
 */
@Component
class Experience {

    private static final Logger LOG = LoggerFactory.getLogger(Experience.class);
    private static final Duration BELIEVED = Duration.ofHours(6);
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private record Learned(Hazards hazards, Instant at) {}

    private final Watches watches;
    private final ReentrantLock learning = new ReentrantLock();
    private volatile Learned learned = new Learned(Hazards.NONE, Instant.MIN);

    Experience(Watches watches) {
        this.watches = watches;
    }

    /** The hazards as of now; whoever comes while somebody else is learning takes what was known before. */
    Hazards at(Instant now) {
        if (!isFresh(now) && learning.tryLock()) {
            try {
                learn(now);
            } finally {
                learning.unlock();
            }
        }
        return learned.hazards();
    }

    /** A clock that went back makes it learn again, too. */
    private boolean isFresh(Instant now) {
        var at = learned.at();
        return !now.isBefore(at) && Duration.between(at, now).compareTo(BELIEVED) < 0;
    }

    private void learn(Instant now) {
        if (isFresh(now)) {
            return;
        }
        var lesson = new Hazards.Lesson();
        watches.forEachLife(now.minus(REMEMBERED), lesson::add);
        learned = new Learned(lesson.learned(), now);
        LOG.debug("learned from past removals");
    }
}
