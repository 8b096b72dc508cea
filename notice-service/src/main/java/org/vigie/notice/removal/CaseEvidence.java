package org.vigie.notice.removal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.content.Classification;
import org.vigie.notice.content.Content;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.content.ContentUnit.Assessment;
import org.vigie.notice.removal.CaseStage.Exhausted;
import org.vigie.notice.removal.CaseStage.Notified;
import org.vigie.notice.removal.CaseStage.Received;
import org.vigie.notice.removal.CaseStage.Rejected;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.CaseStage.Routed;
import org.vigie.notice.removal.CaseStage.Unaddressable;
import org.vigie.notice.removal.CaseStage.Verified;

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
            draft.contents.replaceAll(unit -> unit.suspectAnew(retracted.at()));
        }
        draft.reports = known.reports().with(sighting.reportId().toString());
        draft.place = known.place().completedBy(sighting.place());
        draft.sightings = known.sightings().plus(sighting.network());
        draft.receivedAt = known.receivedAt().isBefore(sighting.at()) ? known.receivedAt() : sighting.at();
        draft.lastSightingAt = known.lastSightingAt().isAfter(sighting.at()) ? known.lastSightingAt() : sighting.at();
        draft.lookAgainAt = sighting.at();
        tell(draft, known, sighting);
        CaseContents.merge(draft, sighting.unit());
        for (var hold : sighting.holds()) {
            var id = hold.holdId().toString();
            if (draft.reports.contains(id)) {
                continue;
            }
            draft.reports = draft.reports.with(id);
            draft.holds.add(hold);
            draft.held = draft.held.begun(hold.placedAt());
            draft.tell(CaseEvent.held(hold, sighting.by()));
        }
        CaseContents.correct(draft, known);
        return assessed(draft, sighting.at());
    }

    static RemovalCase decided(RemovalCase known, Classification decision) {
        var id = decision.classificationId().toString();
        if (known.reports().contains(id)) {
            return known;
        }
        if (decision.contentId() != null && known.contents().stream().noneMatch(decision::concerns)) {
            throw new UnknownContent(known.caseId(), decision.contentId());
        }
        var draft = new CaseDraft(known);
        draft.contents.replaceAll(unit -> decision.concerns(unit) ? unit.decided(decision) : unit);
        if (draft.contents.equals(known.contents())) {
            return known;
        }
        draft.reports = known.reports().with(id);
        draft.lookAgainAt = decision.decidedAt();
        draft.tell(CaseEvent.by(
                decision.decidedAt(),
                "CLASSIFIED_" + decision.verification(),
                CaseEvent.assessor(decision.assessor(), decision.organisation()),
                decision.reason(),
                decision.contentId()));
        CaseContents.correct(draft, known);
        return assessed(draft, decision.decidedAt());
    }

    static RemovalCase agreeing(RemovalCase known, String carried, Content content, Instant at) {
        var draft = new CaseDraft(known);
        CaseContents.agree(draft, List.of(carried, content.token()), content);
        if (draft.contents.equals(known.contents())) {
            return known;
        }
        draft.lookAgainAt = at;
        for (var unit : CaseContents.notIn(known.contents(), draft.contents)) {
            var isNews = known.contents().stream()
                    .filter(before -> unit.isCalled(before.contentId()))
                    .noneMatch(before -> before.standing().equals(unit.standing()));
            if (isNews) {
                var what = "CLASSIFIED_ELSEWHERE_" + unit.verification();
                draft.tell(CaseEvent.by(at, what, assessor(unit.assessment()), null, unit.contentId()));
            }
        }
        CaseContents.correct(draft, known);
        return assessed(draft, at);
    }

    private static @Nullable String assessor(Assessment assessment) {
        var organisation = assessment.organisation();
        return organisation == null ? null : CaseEvent.assessor(assessment.assessor(), organisation);
    }

    private static void tell(CaseDraft draft, RemovalCase known, Sighting sighting) {
        var before = known.sightings();
        if (before.clear() + before.dark() + before.unstated() < SIGHTINGS_TOLD) {
            draft.tell(new CaseEvent(
                    sighting.at(),
                    "REPORTED",
                    sighting.by(),
                    null,
                    null,
                    sighting.reference(),
                    sighting.unit().contentId()));
        }
    }

    /** Follows from what is known of the contents now. */
    private static RemovalCase assessed(CaseDraft draft, Instant at) {
        var verified = draft.contents.stream().anyMatch(ContentUnit::isVerified);
        if (verified && draft.verifiedAt == null) {
            draft.verifiedAt = at;
        }
        if (verified) {
            draft.action = verified(draft, at);
        } else if (CaseContents.areNotIllegal(draft.contents)) {
            draft.action = rejected(draft, at);
        }
        if (!draft.targetings.isEmpty()) {
            var units = CaseContents.byId(draft.contents);
            draft.eachTargeting(targeting -> {
                var unit = units.get(targeting.contentId());
                return unit == null ? targeting : follows(targeting, unit);
            });
        }
        return draft.done();
    }

    private static Targeting follows(Targeting targeting, ContentUnit unit) {
        return switch (unit.verification()) {
            case VERIFIED -> targeting.countsAgain();
            case NOT_ILLEGAL -> targeting.notIllegal();
            case SUSPECT, CANNOT_ASSESS, UNKNOWN -> targeting;
        };
    }

    private static CaseStage verified(CaseDraft draft, Instant at) {
        return switch (draft.action) {
            case Received received -> told(draft, at, "VERIFIED", received.verified(at));
            case Rejected rejected -> told(draft, at, "VERIFIED", rejected.verified(at));
            case Verified _, Routed _, Unaddressable _, Notified _, Exhausted _, Retracted _ -> draft.action;
        };
    }

    /** From NOTIFIED on there is somebody to write a retraction to, which a person proposes; sending stops. */
    private static CaseStage rejected(CaseDraft draft, Instant at) {
        draft.forgetWish();
        return switch (draft.action) {
            case Received received -> told(draft, at, "REJECTED", received.rejected(at));
            case Verified verified -> told(draft, at, "REJECTED", verified.rejected(at));
            case Routed routed -> told(draft, at, "REJECTED", routed.rejected(at));
            case Unaddressable unaddressable -> told(draft, at, "REJECTED", unaddressable.rejected(at));
            case Rejected _, Notified _, Exhausted _, Retracted _ -> draft.action;
        };
    }

    private static CaseStage told(CaseDraft draft, Instant at, String what, CaseStage next) {
        draft.tell(CaseEvent.of(at, what));
        return next;
    }
}
