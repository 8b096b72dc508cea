package org.vigie.notice.removal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Verification;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.CaseStage.Exhausted;
import org.vigie.notice.removal.CaseStage.Notified;
import org.vigie.notice.removal.CaseStage.Received;
import org.vigie.notice.removal.CaseStage.Rejected;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.CaseStage.Routed;
import org.vigie.notice.removal.CaseStage.Unaddressable;
import org.vigie.notice.removal.CaseStage.Verified;

/** What the outcomes of notices make of a case. */
final class CaseHandovers {

    private CaseHandovers() {}

    static RemovalCase accepted(RemovalCase known, Handover handover) {
        if (known.rungs().stream().anyMatch(rung -> rung.notices().contains(handover.noticeId()))) {
            return known;
        }
        if (handover.kind() == NoticeKind.RETRACTION) {
            return takenBack(known, handover);
        }
        var draft = new CaseDraft(known);
        if (handover.cycle() == known.cycle()) {
            draft.action = next(known.action(), handover);
            if (draft.action instanceof Notified) {
                draft.route = known.route().to(handover.addressee());
            }
        }
        var beganAnew = beginsAnew(known, handover);
        climb(draft, handover);
        target(draft, handover);
        if (beganAnew) {
            CaseBounces.tellAgain(draft, handover.cycle(), handover.addressee());
        }
        if (known.asked() != null && handover.noticeId().equals(known.asked().noticeId())) {
            draft.asked = null;
        }
        if (draft.firstHandoverAt == null) {
            draft.firstHandoverAt = handover.at();
        }
        draft.lookAgainAt = handover.at();
        return draft.tell(CaseEvent.to(
                        handover.at(),
                        "NOTICE_ACCEPTED",
                        handover.kind().name(),
                        handover.addressee(),
                        handover.reference() + "/" + handover.sequence()))
                .done();
    }

    static RemovalCase refused(
            RemovalCase known, Refused refusal, @Nullable UUID countedIn, String status, Instant at) {
        var noticeId = refusal.noticeId();
        if (known.refused().stream().anyMatch(refused -> refused.noticeId().equals(noticeId))) {
            return known;
        }
        var draft = new CaseDraft(known);
        draft.refused.add(refusal);
        if (known.action() instanceof Retracted) {
            retract(draft, refusal.contactId());
        } else if (isRetraction(known, noticeId)) {
            var units = known.toTakeBackFrom(refusal.contactId());
            takeBack(
                    draft,
                    refusal.contactId(),
                    units.stream().flatMap(CaseHandovers::names).toList());
        }
        // Who was targeted before was written to again, in vain.
        draft.eachTargeting(targeting -> targeting.targetingId().equals(countedIn)
                ? targeting.counted(noticeId).bounced(noticeId)
                : targeting);
        if (known.asked() != null && noticeId.equals(known.asked().noticeId())) {
            draft.asked = null;
        }
        draft.lookAgainAt = at;
        return draft.tell(CaseEvent.to(at, "NOTICE_REFUSED", status, refusal.addressee(), null))
                .done();
    }

    /** Who was told of it knows that all is taken back. */
    private static RemovalCase takenBack(RemovalCase known, Handover handover) {
        var draft = new CaseDraft(known);
        var told = known.action() instanceof Retracted
                ? retract(draft, handover.contactId())
                : takeBack(draft, handover.contactId(), handover.contents());
        if (!told) {
            return known;
        }
        if (!(known.action() instanceof Retracted)) {
            draft.eachTargeting(targeting -> isNamed(draft, targeting, handover) ? targeting.takenBack() : targeting);
        }
        if (known.asked() != null && handover.noticeId().equals(known.asked().noticeId())) {
            draft.asked = null;
        }
        draft.lookAgainAt = handover.at();
        return draft.tell(CaseEvent.to(
                        handover.at(),
                        "RETRACTION_ACCEPTED",
                        null,
                        handover.addressee(),
                        handover.reference() + "/" + handover.sequence()))
                .done();
    }

    private static boolean isRetraction(RemovalCase known, UUID noticeId) {
        var asked = known.asked();
        return asked != null && asked.kind() == NoticeKind.RETRACTION && noticeId.equals(asked.noticeId());
    }

    private static Stream<UUID> names(ContentUnit unit) {
        return Stream.concat(Stream.of(unit.contentId()), unit.absorbed().stream());
    }

    private static boolean takeBack(CaseDraft draft, UUID contactId, List<UUID> contents) {
        var before = List.copyOf(draft.rungs);
        draft.rungs.replaceAll(rung -> rung.contactId().equals(contactId) ? rung.withTakenBack(contents) : rung);
        return !draft.rungs.equals(before);
    }

    private static boolean retract(CaseDraft draft, UUID contactId) {
        var before = List.copyOf(draft.rungs);
        draft.rungs.replaceAll(rung -> rung.contactId().equals(contactId) ? rung.withRetraction() : rung);
        return !draft.rungs.equals(before);
    }

    /** A notice that was accepted is a fact, wherever the case went in the meantime. */
    private static CaseStage next(CaseStage action, Handover handover) {
        return switch (action) {
            case Routed routed -> routed.accepted();
            case Notified notified -> handover.kind() == NoticeKind.ESCALATION ? notified.escalated() : notified;
            case Received _, Verified _, Rejected _, Unaddressable _, Exhausted _, Retracted _ -> action;
        };
    }

    /** Nothing that it was sent in this cycle was delivered. */
    private static boolean beginsAnew(RemovalCase known, Handover handover) {
        return known.rungs().stream()
                .anyMatch(rung -> rung.cycle() == handover.cycle()
                        && rung.addressee().equals(handover.addressee())
                        && rung.reachedNobody());
    }

    private static void climb(CaseDraft draft, Handover handover) {
        for (int i = 0; i < draft.rungs.size(); i++) {
            var rung = draft.rungs.get(i);
            if (rung.cycle() == handover.cycle() && rung.addressee().equals(handover.addressee())) {
                draft.rungs.set(i, rung.again(handover, namedIn(draft, handover)));
                return;
            }
        }
        draft.rungs.add(ContactedAddressee.first(handover.cycle(), handover));
    }

    private static void target(CaseDraft draft, Handover handover) {
        var caseId = draft.done().caseId();
        var addressee = handover.addressee();
        for (var contentId : handover.contents()) {
            var id = Targeting.idOf(caseId, contentId, handover.cycle(), addressee.providerId(), addressee.role());
            var isNew = draft.targetings.stream()
                    .noneMatch(targeting -> targeting.targetingId().equals(id));
            if (isNew && handover.targets()) {
                draft.targetings.add(openOrVoid(draft, caseId, contentId, handover));
            }
        }
        draft.eachTargeting(targeting -> targeting.cycle() == handover.cycle() && isNamed(draft, targeting, handover)
                ? ended(draft, toldAgain(draft, targeting, handover))
                : targeting);
        draft.eachTargeting(targeting -> targeting.targetingId().equals(handover.countedIn())
                ? targeting.counted(handover.noticeId())
                : targeting);
    }

    private static Targeting toldAgain(CaseDraft draft, Targeting targeting, Handover handover) {
        var isVerified =
                draft.contents.stream().anyMatch(unit -> unit.isCalled(targeting.contentId()) && unit.isVerified());
        return isVerified ? targeting.toldAgain(handover.at()) : targeting;
    }

    /** Every name of the units that the notice names. */
    private static List<UUID> namedIn(CaseDraft draft, Handover handover) {
        return draft.contents.stream()
                .filter(unit -> handover.contents().stream().anyMatch(unit::isCalled))
                .flatMap(CaseHandovers::names)
                .toList();
    }

    private static boolean isNamed(CaseDraft draft, Targeting targeting, Handover handover) {
        return new Addressee(targeting.providerId(), targeting.role()).equals(handover.addressee())
                && namedIn(draft, handover).contains(targeting.contentId());
    }

    /** Its content was merged while the notice was on its way, and is targeted there under its other name. */
    private static boolean isDouble(CaseDraft draft, Targeting targeting) {
        return draft.contents.stream()
                .filter(unit -> unit.isCalled(targeting.contentId()))
                .anyMatch(unit -> draft.targetings.stream()
                        .anyMatch(other -> other.isAtTheSameAs(targeting) && unit.isCalled(other.contentId())));
    }

    private static Targeting openOrVoid(CaseDraft draft, UUID caseId, UUID contentId, Handover handover) {
        var addressee = handover.addressee();
        var targeting = Targeting.accepted(
                caseId, contentId, handover.cycle(), addressee.providerId(), addressee.role(), handover.at());
        if (handover.cycle() != draft.cycle) {
            return targeting.voided("CYCLE_OVER");
        }
        if (draft.action instanceof Retracted) {
            return targeting.voided("RETRACTED");
        }
        if (isDouble(draft, targeting)) {
            return targeting.voided("MERGED");
        }
        var isNotIllegal = draft.contents.stream()
                .anyMatch(unit -> unit.isCalled(contentId) && unit.verification() == Verification.NOT_ILLEGAL);
        var ended = ended(draft, targeting);
        return isNotIllegal ? ended.notIllegal() : ended;
    }

    /** What is handed over when the content is gone by then comes too late, or just in time. */
    private static Targeting ended(CaseDraft draft, Targeting targeting) {
        var downAt = draft.presence.firstDownAt();
        return draft.presence.isDown() && downAt != null
                ? targeting.removed(draft.presence.lastUpAt(), downAt, false, null)
                : targeting;
    }
}
