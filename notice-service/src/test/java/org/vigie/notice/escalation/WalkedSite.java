package org.vigie.notice.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.availability.AvailabilitySnapshot.Removal;
import org.vigie.notice.removal.CaseExamples;

/** What a checker sees of a site that goes, comes back, and cannot be seen at random; a calm one is never seen. */
final class WalkedSite {

    private final Random random;
    private final boolean calm;
    private final List<Removal> removals = new ArrayList<>();
    private boolean up = true;
    private boolean blocked;
    private long looks;

    WalkedSite(Random random, boolean calm) {
        this.random = random;
        this.calm = calm;
        this.blocked = calm;
    }

    /** It may have changed since the last one. */
    AvailabilitySnapshot look(Instant now) {
        if (calm) {
            return snapshot(Presence.REACHABLE, now);
        }
        var fate = random.nextInt(12);
        if (fate == 0 && up) {
            up = false;
            removals.add(CaseExamples.removal(now, null));
        } else if (fate < 6 && !up) {
            up = true;
            removals.add(CaseExamples.removal(
                    Instant.ofEpochMilli(removals.removeLast().firstDownAt()), now));
        }
        blocked ^= random.nextInt(8) == 0;
        var suspect = up && random.nextInt(10) == 0;
        return snapshot(suspect ? Presence.SUSPECT : up ? Presence.REACHABLE : Presence.DOWN, now);
    }

    /** The answer to a wish for a look; none while it is down. */
    Optional<AvailabilitySnapshot> lookAgain(Instant now) {
        return up ? Optional.of(snapshot(Presence.REACHABLE, now)) : Optional.empty();
    }

    private AvailabilitySnapshot snapshot(Presence presence, Instant now) {
        var flags = up && blocked ? List.of(Flag.BLOCKED) : List.<Flag>of();
        return CaseExamples.look(++looks, presence, flags, now, removals.toArray(Removal[]::new));
    }
}
