package org.vigie.notice.removal.persistence;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.notice.removal.CaseStatus;
import org.vigie.notice.removal.Place;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Targeting;

/**
 * What was published of a case.
 *
 * @param said the case's own record, whose version is left out
 * @param seen what onlookers saw of it
 * @param referrer whether its place had one; beyond that, the page it was found on and that it is erased, a place never
 *     changes
 */
record PublishedCase(
        long version,
        CaseSnapshot said,
        CaseStatus shown,
        Object seen,
        boolean referrer,
        boolean foundOn,
        boolean erased,
        Map<UUID, Long> revisions) {

    /**
     * What is published of the case after this. How long it waited for a look is said with the notice that waited, or
     * once none is asked for any more.
     */
    PublishedCase next(RemovalCase known, long version, Object seenNow) {
        var next = of(known, version, seenNow);
        var waits = known.pending() != null
                && said.equals(CaseSnapshots.of(known, 0, said.checkBlockedMs()))
                && shown == next.shown;
        return waits
                ? new PublishedCase(
                        version, said, shown, seenNow, next.referrer, next.foundOn, next.erased, next.revisions)
                : next;
    }

    static PublishedCase of(RemovalCase known, long version, Object seen) {
        var revisions = new HashMap<UUID, Long>();
        known.outcome().targetings().forEach(targeting -> revisions.put(targeting.targetingId(), targeting.revision()));
        var place = known.evidence().place();
        return new PublishedCase(
                version,
                CaseSnapshots.of(known, 0),
                CaseStatus.of(known),
                seen,
                place.referrer() != null,
                place.foundOn() != null,
                place.wasErased(),
                Map.copyOf(revisions));
    }

    boolean saysTheSameAs(PublishedCase other) {
        return said.equals(other.said) && shown == other.shown;
    }

    boolean has(Place place) {
        return referrer == (place.referrer() != null)
                && foundOn == (place.foundOn() != null)
                && erased == place.wasErased();
    }

    boolean has(Targeting targeting) {
        return Objects.equals(revisions.get(targeting.targetingId()), targeting.revision());
    }

    /** Whether onlookers see the same as of the version before: one in between that was not published may differ. */
    boolean looksLike(PublishedCase before) {
        return before.version + 1 == version && before.seen.equals(seen);
    }
}
