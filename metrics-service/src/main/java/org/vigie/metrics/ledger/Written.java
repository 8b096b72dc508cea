package org.vigie.metrics.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Things written down by number; each takes 20 bytes more than is written. */
final class Written {

    private final List<byte @Nullable []> all = new ArrayList<>();
    private int count;

    /** What is written of the number, null if nothing is. */
    byte @Nullable [] get(int number) {
        return number >= 0 && number < all.size() ? all.get(number) : null;
    }

    void set(int number, byte[] written) {
        while (all.size() <= number) {
            all.add(null);
        }
        count += all.set(number, written) == null ? 1 : 0;
    }

    /** Of how many something is written. */
    int count() {
        return count;
    }

    /** One more than the largest number that something may be written of. */
    int end() {
        return all.size();
    }
}
