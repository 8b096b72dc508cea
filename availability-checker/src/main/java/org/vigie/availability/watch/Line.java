package org.vigie.availability.watch;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who stands in line at a host: first who was first due, in the order of their ids where that is the same. */
final class Line {

    private record Place(Instant since, UUID caseId) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            var bySince = since.compareTo(other.since);
            return bySince == 0 ? caseId.compareTo(other.caseId) : bySince;
        }
    }

    private final Map<UUID, Place> places = new HashMap<>();
    /** When each asks to be let in next. */
    private final TreeMap<Place, Instant> asks = new TreeMap<>();

    /** Stands in line from the instant on, unless it stands there from an earlier one. */
    void join(UUID caseId, Instant due) {
        var before = places.get(caseId);
        if (before == null || due.isBefore(before.since())) {
            moveTo(caseId, due);
        } else {
            asks.put(before, due);
        }
    }

    /** Stands in line from the instant on, and no longer from another. */
    void moveTo(UUID caseId, Instant due) {
        leave(caseId);
        var place = new Place(due, caseId);
        places.put(caseId, place);
        asks.put(place, due);
    }

    void leave(UUID caseId) {
        var place = places.remove(caseId);
        if (place != null) {
            asks.remove(place);
        }
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** Those who are due and stand before the case: who has been told to ask later is before it all the same. */
    Stream<UUID> dueBefore(UUID caseId, Instant now) {
        return asks.headMap(placeOf(caseId, now)).keySet().stream()
                .filter(place -> !place.since().isAfter(now))
                .map(Place::caseId);
    }

    /** Those who ask before the case does: who is to ask later holds up nobody. */
    Stream<UUID> askingBefore(UUID caseId, Instant now) {
        return asks.headMap(placeOf(caseId, now)).entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(entry -> entry.getKey().caseId());
    }

    /** Those who are due. */
    Stream<UUID> due(Instant now) {
        return asks.keySet().stream()
                .takeWhile(place -> !place.since().isAfter(now))
                .map(Place::caseId);
    }

    private Place placeOf(UUID caseId, Instant now) {
        @Nullable Place place = places.get(caseId);
        return place == null ? new Place(now, caseId) : place;
    }
}
