package org.vigie.availability.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a removal was concluded from: kept with it for good.
 *
 * @param lastGood the last check that found it, absent if none did
 * @param bad the failed checks of the streak, oldest first
 * @param vantages who else did not find it
 */
public record Evidence(@Nullable RecordedCheck lastGood, List<RecordedCheck> bad, List<Testimony> vantages) {

    /** Of what was stored before evidence was kept. */
    static final Evidence NONE = new Evidence(null, List.of(), List.of());

    public Evidence {
        bad = List.copyOf(bad);
        vantages = List.copyOf(vantages);
    }

    /** Codes of what differs between the last check that found it and the first that did not. */
    List<String> differences() {
        return bad.isEmpty() || lastGood == null ? List.of() : bad.getFirst().differencesFrom(lastGood);
    }
}
