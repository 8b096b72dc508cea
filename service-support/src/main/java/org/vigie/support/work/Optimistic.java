package org.vigie.support.work;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.OptimisticLockingFailureException;

/** Changes that read, decide and write, and begin again when another writer came in between. */
public final class Optimistic {

    private static final int TRIES = 50;

    private Optimistic() {}

    /**
     * Tries until a change is made. A busy aggregate takes some tries; one that never takes the write is a defect, and
     * the failure has its work come again later.
     *
     * @param attempt reads anew, decides and writes; absent if another writer was faster
     * @throws OptimisticLockingFailureException after 50 tries; trying later helps
     */
    public static <T> T change(Supplier<Optional<T>> attempt) {
        for (int tries = 0; tries < TRIES; tries++) {
            var changed = attempt.get();
            if (changed.isPresent()) {
                return changed.get();
            }
        }
        throw new OptimisticLockingFailureException("another writer was faster %d times".formatted(TRIES));
    }
}
