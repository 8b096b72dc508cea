package org.vigie.notice.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Verification;
import org.vigie.notice.content.Classification;
import org.vigie.notice.content.Content;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.content.Sightings;

/**
 * What reports and assessors say: where something is, and what.
 *
 * @param receivedAt when the first report was handed in
 * @param lastSightingAt when the last one was, or a person saw it after that
 * @param verifiedAt absent while nothing ever was
 */
public record Evidence(
        Place place,
        List<ContentUnit> contents,
        Sightings sightings,
        Instant receivedAt,
        Instant lastSightingAt,
        @Nullable Instant verifiedAt) {

    public Evidence {
        contents = List.copyOf(contents);
    }

    static Evidence opened(Place place, Instant at) {
        return new Evidence(place, List.of(), Sightings.NONE, at, at, null);
    }

    public List<ContentUnit> verified() {
        return contents.stream().filter(ContentUnit::isVerified).toList();
    }

    /** Whether there are some and every one of them is not illegal. */
    public boolean isNotIllegal() {
        return !contents.isEmpty()
                && contents.stream().allMatch(unit -> unit.verification() == Verification.NOT_ILLEGAL);
    }

    /** The units that one of the ids names. */
    public List<ContentUnit> called(Collection<UUID> ids) {
        return contents.stream()
                .filter(unit -> ids.stream().anyMatch(unit::isCalled))
                .toList();
    }

    /** Every name of the units that one of the ids names. */
    List<UUID> names(Collection<UUID> ids) {
        return called(ids).stream().flatMap(ContentUnit::names).toList();
    }

    /** Those that turn out to be one when the unit is seen. */
    List<ContentUnit> sameAs(ContentUnit seen) {
        return contents.stream().filter(seen::isSameAs).toList();
    }

    /** Those that turn out to be one when the tokens turn out to be one content. */
    List<ContentUnit> carrying(List<String> tokens) {
        return contents.stream()
                .filter(unit -> unit.token() != null && tokens.contains(unit.token()))
                .toList();
    }

    /** By identity: a move changes a few of hundreds of units and leaves the rest the objects they were. */
    List<ContentUnit> notIn(Evidence other) {
        Set<ContentUnit> same = Collections.newSetFromMap(new IdentityHashMap<>());
        same.addAll(other.contents);
        return contents.stream().filter(unit -> !same.contains(unit)).toList();
    }

    /** Units of which something else was said before. */
    List<ContentUnit> newsFor(Evidence before) {
        return notIn(before).stream()
                .filter(unit -> before.contents.stream()
                        .filter(one -> unit.isCalled(one.contentId()))
                        .noneMatch(one -> one.standing().equals(unit.standing())))
                .toList();
    }

    /** With the sighting; a unit that shares a hash with several known ones makes them one. */
    Evidence sighted(Sighting sighting) {
        var seen = sighting.unit();
        var same = sameAs(seen);
        var units = new ArrayList<>(contents);
        units.removeAll(same);
        units.add(same.isEmpty() ? seen : joined(same).seenAgain(seen));
        var at = sighting.at();
        return new Evidence(
                place.completedBy(sighting.place()),
                units,
                sightings.plus(sighting.network()),
                receivedAt.isBefore(at) ? receivedAt : at,
                lastSightingAt.isAfter(at) ? lastSightingAt : at,
                verifiedAt);
    }

    /** What the tokens name is one content, of which the same holds here as everywhere. */
    Evidence agreeing(List<String> tokens, Content content) {
        var same = carrying(tokens);
        if (same.isEmpty()) {
            return this;
        }
        var units = new ArrayList<>(contents);
        var first = units.indexOf(same.getFirst());
        units.removeAll(same);
        units.add(first, joined(same).agreeing(content));
        return with(units);
    }

    Evidence classified(Classification classification) {
        return each(unit -> classification.concerns(unit) ? unit.decided(classification) : unit);
    }

    /** What was said was taken back then: somebody must say it again. */
    Evidence suspectAnew(Instant takenBackAt) {
        return each(unit -> unit.suspectAnew(takenBackAt));
    }

    /** The same of the units that are meant. */
    Evidence suspectAnew(Predicate<ContentUnit> meant, Instant takenBackAt) {
        return each(unit -> meant.test(unit) ? unit.suspectAnew(takenBackAt) : unit);
    }

    /** Noted once when something first is. */
    Evidence verifiedSince(Instant at) {
        return verifiedAt != null || verified().isEmpty()
                ? this
                : new Evidence(place, contents, sightings, receivedAt, lastSightingAt, at);
    }

    Evidence seenByAPerson(Instant at) {
        return at.isAfter(lastSightingAt) ? new Evidence(place, contents, sightings, receivedAt, at, verifiedAt) : this;
    }

    private static ContentUnit joined(List<ContentUnit> same) {
        var merged = same.getFirst();
        for (var absorbed : same.subList(1, same.size())) {
            merged = merged.absorbing(absorbed);
        }
        return merged;
    }

    Evidence each(UnaryOperator<ContentUnit> move) {
        return with(contents.stream().map(move).toList());
    }

    private Evidence with(List<ContentUnit> units) {
        return new Evidence(place, units, sightings, receivedAt, lastSightingAt, verifiedAt);
    }
}
