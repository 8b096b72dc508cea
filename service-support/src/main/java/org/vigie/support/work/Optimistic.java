package org.vigie.support.work;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Changes that read, decide and write, and begin again when another writer came in between. */
public final class Optimistic {

    private static final int TRIES = 50;

    private Optimistic() {}

    /**
     * What the store wrote; empty if another writer was faster: it changed what was read, or was the first to store
     * what was not there.
     */
    public static <T> Optional<T> write(Supplier<T> write) {
        try {
            return Optional.of(write.get());
        } catch (OptimisticLockingFailureException | DuplicateKeyException _) {
            return Optional.empty();
        }
    }

    /**
     * Makes a move and stores it, unless it changes nothing.
     *
     * @return what is stored then
     * @throws OptimisticLockingFailureException as {@link #change} does
     */
    public static <T> T move(Supplier<T> read, UnaryOperator<T> move, Function<T, Optional<T>> store) {
        return change(() -> {
            var before = read.get();
            var after = move.apply(before);
            return after.equals(before) ? Optional.of(before) : store.apply(after);
        });
    }

    /**
     * The same, made at first on what was stored last as far as this process knows: stored then, that was what the
     * store had. It is read if it was not, or if nothing is to be stored.
     *
     * @param last empty if it is not at hand
     */
    public static <T> T moveLast(
            Optional<T> last, Supplier<T> read, UnaryOperator<T> move, Function<T, Optional<T>> store) {
        return last.flatMap(before -> Optional.of(move.apply(before))
                        .filter(after -> !after.equals(before))
                        .flatMap(store))
                .orElseGet(() -> move(read, move, store));
    }

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
