package org.vigie.notice.removal;

import java.time.Instant;
import java.util.List;
import org.vigie.events.Verification;
import org.vigie.notice.removal.Action.Exhausted;
import org.vigie.notice.removal.Action.Notified;
import org.vigie.notice.removal.Action.Received;
import org.vigie.notice.removal.Action.Rejected;
import org.vigie.notice.removal.Action.Retracted;
import org.vigie.notice.removal.Action.Routed;
import org.vigie.notice.removal.Action.Unaddressable;
import org.vigie.notice.removal.Action.Verified;
import org.vigie.notice.targeting.Targeting;

/** What reports and decisions make of a case. */
final class CaseEvidence {

    /** Further repeats are counted and not told one by one. */
    private static final int SIGHTINGS_TOLD = 20;

    private CaseEvidence() {}

    static RemovalCase sighted(RemovalCase known, Sighting sighting) {
        if (known.reports().contains(sighting.reportId().toString())) {
            return known;
        }
        var draft = new CaseDraft(known);
        if (known.action() instanceof Retracted retracted) {
            draft.action = retracted.reportedAgain();
            draft.cycle++;
            draft.contents.replaceAll(ContentUnit::suspectAnew);
        }
        draft.reports = known.reports().with(sighting.reportId().toString());
        draft.place = known.place().completedBy(sighting.place());
        draft.sightings = known.sightings().plus(sighting.network());
        draft.receivedAt = known.receivedAt().isBefore(sighting.at()) ? known.receivedAt() : sighting.at();
        draft.lastSightingAt = known.lastSightingAt().isAfter(sighting.at()) ? known.lastSightingAt() : sighting.at();
        draft.lookAgainAt = sighting.at();
        tell(draft, known, sighting);
        merge(draft, sighting.unit());
        for (var hold : sighting.holds()) {
            var id = hold.holdId().toString();
            if (draft.reports.contains(id)) {
                continue;
            }
            draft.reports = draft.reports.with(id);
            draft.holds.add(hold);
            draft.held = draft.held.begun(hold.placedAt());
            draft.tell(Told.by(sighting.at(), "HELD", hold.owner(), hold.reason(), null));
        }
        correct(draft, known);
        return assessed(draft, sighting.at());
    }

    static RemovalCase decided(RemovalCase known, Decision decision) {
        if (decision.contentId() != null && known.contents().stream().noneMatch(decision::concerns)) {
            throw new UnknownContent(known.caseId(), decision.contentId());
        }
        var draft = new CaseDraft(known);
        draft.contents.replaceAll(unit -> decision.concerns(unit) ? unit.decided(decision) : unit);
        if (draft.contents.equals(known.contents())) {
            return known;
        }
        draft.lookAgainAt = decision.decidedAt();
        draft.tell(Told.by(
                decision.decidedAt(),
                "CLASSIFIED_" + decision.verification(),
                decision.organisation(),
                decision.reason(),
                decision.contentId()));
        correct(draft, known);
        return assessed(draft, decision.decidedAt());
    }

    private static void tell(CaseDraft draft, RemovalCase known, Sighting sighting) {
        var before = known.sightings();
        if (before.clear() + before.dark() + before.unstated() < SIGHTINGS_TOLD) {
            draft.tell(new Told(
                    sighting.at(),
                    "REPORTED",
                    sighting.by(),
                    null,
                    null,
                    sighting.reference(),
                    sighting.unit().contentId()));
        }
    }

    /** A unit that shares a hash with several known ones makes them one; what was targeted twice counts once. */
    private static void merge(CaseDraft draft, ContentUnit seen) {
        var same = draft.contents.stream().filter(seen::isSameAs).toList();
        if (same.isEmpty()) {
            draft.contents.add(seen);
            return;
        }
        var survivor = same.getFirst();
        var merged = survivor;
        for (var absorbed : same.subList(1, same.size())) {
            var before = merged;
            draft.eachTargeting(
                    targeting -> isDouble(draft, targeting, absorbed, before) ? targeting.voided("MERGED") : targeting);
            merged = merged.absorbing(absorbed);
        }
        merged = merged.seenAgain(seen);
        draft.contents.removeAll(same);
        draft.contents.add(merged);
    }

    /** Whether what the targeting of the absorbed unit says is said by one of the survivor already. */
    private static boolean isDouble(CaseDraft draft, Targeting targeting, ContentUnit absorbed, ContentUnit survivor) {
        return absorbed.isCalled(targeting.contentId())
                && draft.targetings.stream()
                        .anyMatch(other -> survivor.isCalled(other.contentId()) && other.isAtTheSameAs(targeting));
    }

    /** A targeting tells facts of its content; where they changed it is a new version of it. */
    private static void correct(CaseDraft draft, RemovalCase known) {
        for (var before : known.contents()) {
            var changed = draft.contents.stream()
                    .anyMatch(after -> after.isCalled(before.contentId()) && !after.countsAs(before));
            if (changed) {
                draft.eachTargeting(
                        targeting -> before.isCalled(targeting.contentId()) ? targeting.corrected() : targeting);
            }
        }
    }

    /** Follows from what is known of the contents now. */
    private static RemovalCase assessed(CaseDraft draft, Instant at) {
        var verified = draft.contents.stream().anyMatch(ContentUnit::isVerified);
        var notIllegal = units(draft, Verification.NOT_ILLEGAL);
        if (verified && draft.verifiedAt == null) {
            draft.verifiedAt = at;
        }
        if (verified) {
            draft.action = verified(draft, at);
        } else if (!draft.contents.isEmpty() && notIllegal.size() == draft.contents.size()) {
            draft.action = rejected(draft, at);
        }
        for (var unit : notIllegal) {
            draft.eachTargeting(
                    targeting -> unit.isCalled(targeting.contentId()) ? targeting.voided("NOT_ILLEGAL") : targeting);
        }
        return draft.done();
    }

    private static List<ContentUnit> units(CaseDraft draft, Verification verification) {
        return draft.contents.stream()
                .filter(unit -> unit.verification() == verification)
                .toList();
    }

    private static Action verified(CaseDraft draft, Instant at) {
        return switch (draft.action) {
            case Received received -> told(draft, at, "VERIFIED", received.verified(at));
            case Rejected rejected -> told(draft, at, "VERIFIED", rejected.verified(at));
            case Verified _, Routed _, Unaddressable _, Notified _, Exhausted _, Retracted _ -> draft.action;
        };
    }

    /** From NOTIFIED on there is somebody to write a retraction to, which a person proposes; sending stops. */
    private static Action rejected(CaseDraft draft, Instant at) {
        draft.forgetWish();
        return switch (draft.action) {
            case Received received -> told(draft, at, "REJECTED", received.rejected(at));
            case Verified verified -> told(draft, at, "REJECTED", verified.rejected(at));
            case Routed routed -> told(draft, at, "REJECTED", routed.rejected(at));
            case Unaddressable unaddressable -> told(draft, at, "REJECTED", unaddressable.rejected(at));
            case Rejected _, Notified _, Exhausted _, Retracted _ -> draft.action;
        };
    }

    private static Action told(CaseDraft draft, Instant at, String what, Action next) {
        draft.tell(Told.of(at, what));
        return next;
    }
}
