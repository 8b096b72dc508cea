package org.vigie.notice.removal;

import java.time.Instant;
import java.util.List;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.content.ContentUnit.Hashes;
import org.vigie.notice.content.Verdict;
import org.vigie.notice.removal.CaseEvent.What;

/**
 * What is left of a case when its time is over: what happened and when, to whom notices went, and the keyed tokens of
 * place and contents, by which a later report of the same is known. Where it was, the hashes, and people's names and
 * words are gone.
 */
public record ByErasure(RemovalCase known) {

    /**
     * Erased; once more changes nothing.
     *
     * @throws IllegalMove if something keeps the case
     */
    public RemovalCase erased(Instant at) {
        if (known.evidence().place().wasErased()) {
            return known;
        }
        if (Settled.of(known).since().isEmpty()) {
            throw new IllegalMove(known.caseId(), known.stage(), "erased");
        }
        return known.with(evidence())
                .with(steering())
                .with(new History(
                        known.history().timeline().stream()
                                .map(one -> one.by((String) null, null))
                                .toList(),
                        known.history().applied()))
                .due(null)
                .told(CaseEvent.of(at, What.ERASED));
    }

    private Evidence evidence() {
        var before = known.evidence();
        return new Evidence(
                before.place().erased(),
                before.contents().stream().map(ByErasure::erased).toList(),
                before.sightings(),
                before.receivedAt(),
                before.lastSightingAt(),
                before.verifiedAt());
    }

    private static ContentUnit erased(ContentUnit unit) {
        var standing = unit.standing();
        return new ContentUnit(
                unit.contentId(),
                unit.absorbed(),
                unit.kind(),
                Hashes.NONE,
                unit.token(),
                unit.tokens(),
                new Verdict(
                        standing.verification(),
                        standing.category(),
                        standing.assessment().by(null),
                        standing.verifiedAt(),
                        standing.decidedAt(),
                        standing.decidedBy()),
                unit.containedVerified(),
                unit.containedApparent(),
                unit.firstReportedAt(),
                unit.sightings());
    }

    /** Authorities' own references are gone. */
    private Steering steering() {
        var before = known.steering();
        return new Steering(before.approved(), before.chosen(), List.of(), before.declined(), null, List.of(), null);
    }
}
