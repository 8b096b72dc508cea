package org.vigie.notice.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The holds on a case.
 *
 * @param current those that nobody released, oldest first
 * @param time when the case was held, by whatever hold
 */
public record Holds(List<Hold> current, TimeOnHold time) {

    static final Holds NONE = new Holds(List.of(), TimeOnHold.NONE);

    public Holds {
        current = List.copyOf(current);
    }

    public boolean any() {
        return !current.isEmpty();
    }

    /** Whether every holder allows checks. */
    public boolean probingAllowed() {
        return current.stream().allMatch(Hold::probingAllowed);
    }

    boolean include(UUID holdId) {
        return current.stream().anyMatch(hold -> hold.holdId().equals(holdId));
    }

    Holds placed(Hold hold) {
        var all = new ArrayList<>(current);
        all.add(hold);
        return new Holds(all, time.begun(hold.placedAt()));
    }

    Holds released(UUID holdId, Instant at) {
        var left =
                current.stream().filter(hold -> !hold.holdId().equals(holdId)).toList();
        return new Holds(left, left.isEmpty() ? time.over(at) : time);
    }
}
