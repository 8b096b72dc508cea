package org.vigie.notice.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The holds on a case.
 *
 * @param current those that nobody released, oldest first
 * @param time when the case was stopped, by whatever hold
 */
public record Holds(List<Hold> current, TimeOnHold time) {

    static final Holds NONE = new Holds(List.of(), TimeOnHold.NONE);

    public Holds {
        current = List.copyOf(current);
    }

    public boolean any() {
        return !current.isEmpty();
    }

    /** Whether one stops what is done about the case. */
    boolean stop() {
        return current.stream().anyMatch(Hold::stops);
    }

    /** When the last of those that stop it expires; even then a person must release it. Empty if none stops it. */
    public Optional<Instant> stoppedUntil() {
        return current.stream().filter(Hold::stops).map(Hold::expiresAt).max(Comparator.naturalOrder());
    }

    /** Whether everybody who stopped it allows checks. */
    public boolean probingAllowed() {
        return current.stream().filter(Hold::stops).allMatch(Hold::probingAllowed);
    }

    boolean include(UUID holdId) {
        return current.stream().anyMatch(hold -> hold.holdId().equals(holdId));
    }

    Holds placed(Hold hold) {
        var all = new ArrayList<>(current);
        all.add(hold);
        return new Holds(all, hold.stops() ? time.begun(hold.placedAt()) : time);
    }

    Holds released(UUID holdId, Instant at) {
        var left =
                current.stream().filter(hold -> !hold.holdId().equals(holdId)).toList();
        return new Holds(left, left.stream().anyMatch(Hold::stops) ? time : time.over(at));
    }
}
