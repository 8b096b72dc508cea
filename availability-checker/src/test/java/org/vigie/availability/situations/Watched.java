package org.vigie.availability.situations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.watch.WatchRig.Seen;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;

/**
 * What the watch over one case knew after each look.
 *
 * @param personAt when a person said what is so, absent where no flag asked for it
 * @param looks oldest first
 * @param took in real time
 * @param mediaSent the most of a picture that the server sent in one answer, as its log says
 * @param textSent the same of a text
 * @param mediaTaken the most octets of one body that were taken, where it was no text
 * @param textTaken the same where it was
 */
record Watched(
        Instant changedAt,
        @Nullable Instant personAt,
        List<Seen> looks,
        Duration took,
        long mediaSent,
        long textSent,
        long mediaTaken,
        long textTaken) {

    Watched {
        looks = List.copyOf(looks);
    }

    /** The first look after which it was called removed, absent if there is none. */
    Optional<Seen> removed() {
        return looks.stream().filter(Watched::isRemoved).findFirst();
    }

    static boolean isRemoved(Seen look) {
        return look.presence() == Presence.DOWN || look.presence() == Presence.GONE;
    }

    Seen last() {
        return looks.getLast();
    }

    long hoursAfterChange(Seen look) {
        return Duration.between(changedAt, look.at()).toHours();
    }

    /** Each look that says something new, with its hours after the change. */
    @Override
    public String toString() {
        var before = new Object[] {null};
        return looks.stream()
                .filter(look -> {
                    var says = List.of(look.presence(), look.flags(), look.signal());
                    var isNew = !says.equals(before[0]);
                    before[0] = says;
                    return isNew;
                })
                .map(look -> "%+d h %s %s by %s %s"
                        .formatted(
                                hoursAfterChange(look), look.presence(), look.flags(), look.signal(), look.outcome()))
                .collect(Collectors.joining("\n"));
    }
}
