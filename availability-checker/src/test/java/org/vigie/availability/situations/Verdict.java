package org.vigie.availability.situations;

import java.util.Optional;
import org.vigie.availability.watch.Signal;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;

/** Whether a case ended as its row demands. */
record Verdict(Situation situation) {

    private static final int MOST_TEXT = 8 * 1024;

    /** What is wrong, absent if nothing is. */
    Optional<String> wrong(Watched watched) {
        var removed = watched.removed();
        if (watched.looks().isEmpty()) {
            return Optional.of("nobody looked");
        }
        if (removed.isPresent() && (situation.isLive() || removed.get().at().isBefore(watched.changedAt()))) {
            return Optional.of("is there and was called removed");
        }
        if (isSaidToBeBack(watched)) {
            return Optional.of("is gone and was seen again");
        }
        if (watched.mediaTaken() > 0 || watched.textTaken() > MOST_TEXT) {
            return Optional.of("%d octets of no text and %d of text were taken"
                    .formatted(watched.mediaTaken(), watched.textTaken()));
        }
        if ((watched.mediaSent() > 1 || watched.textSent() > MOST_TEXT) && !situation.sendsMore()) {
            return Optional.of("%d bytes of a picture and %d of a text were sent"
                    .formatted(watched.mediaSent(), watched.textSent()));
        }
        var person = watched.personAt();
        var byLooks = removed.filter(look -> person == null || look.at().isBefore(person));
        if (person != null && !situation.isLive() && removed.isEmpty()) {
            return Optional.of("is gone, and a person who says so does not close it");
        }
        return switch (situation.end()) {
            case UP -> isUp(watched) ? Optional.empty() : Optional.of("is there and is not seen");
            case ASK -> person != null && byLooks.isEmpty() ? Optional.empty() : Optional.of("nobody is asked");
            case END -> removed.isPresent() ? Optional.empty() : Optional.of("is gone and has no end");
            case REMOVED ->
                byLooks.filter(look -> watched.hoursAfterChange(look) <= situation.within())
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of("is gone and was not called removed in time");
        };
    }

    /** What was put up again by the row itself may be seen again. */
    private boolean isSaidToBeBack(Watched watched) {
        return !situation.isLive()
                && situation.lifted().isEmpty()
                && watched.looks().stream().anyMatch(look -> look.presence() == Presence.REAPPEARED);
    }

    private static boolean isUp(Watched watched) {
        return watched.last().presence() == Presence.REACHABLE
                && watched.last().signal().meaning() == Signal.Meaning.UP;
    }
}
