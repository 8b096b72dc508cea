package org.vigie.notice.removal;

import java.util.UUID;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.NotAllowed.Why;
import org.vigie.notice.task.TaskKind;

/** What people decide about a case. */
final class CasePeople {

    private CasePeople() {}

    static RemovalCase hold(RemovalCase known, Hold hold) {
        var id = hold.holdId().toString();
        if (known.reports().contains(id)) {
            return known;
        }
        var draft = new CaseDraft(known);
        draft.reports = known.reports().with(id);
        draft.holds.add(hold);
        draft.held = known.held().begun(hold.placedAt());
        draft.lookAgainAt = hold.placedAt();
        return draft.tell(CaseEvent.held(hold, hold.placedBy())).done();
    }

    static RemovalCase release(RemovalCase known, UUID holdId, Signed signed) {
        var draft = new CaseDraft(known);
        if (!draft.holds.removeIf(hold -> hold.holdId().equals(holdId))) {
            if (known.reports().contains(holdId.toString())) {
                return known;
            }
            throw new NotAllowed(known.caseId(), Why.NO_SUCH_HOLD);
        }
        draft.reports = draft.reports.with(holdId.toString());
        if (draft.holds.isEmpty()) {
            draft.held = known.held().over(signed.at());
            draft.eachTargeting(targeting -> targeting.isOpen() ? targeting.corrected() : targeting);
        }
        draft.lookAgainAt = signed.at();
        return draft.tell(CaseEvent.by(signed.at(), "RELEASED", signed.who(), signed.why(), null))
                .done();
    }

    static RemovalCase propose(RemovalCase known, Signed signed) {
        if (known.retraction() != null || known.action() instanceof Retracted) {
            return known;
        }
        var draft = new CaseDraft(known);
        draft.retraction = signed;
        return draft.tell(CaseEvent.by(signed.at(), "RETRACTION_PROPOSED", signed.who(), signed.why(), null))
                .done();
    }

    /** Four eyes: who agrees is not who proposed. What was targeted counts nowhere; who was told is told. */
    static RemovalCase retract(RemovalCase known, Signed signed) {
        if (known.action() instanceof Retracted) {
            return known;
        }
        var proposed = known.retraction();
        if (proposed == null) {
            throw new NotAllowed(known.caseId(), Why.NOT_PROPOSED);
        }
        if (proposed.who().equalsIgnoreCase(signed.who())) {
            throw new NotAllowed(known.caseId(), Why.SAME_PERSON);
        }
        var draft = new CaseDraft(known);
        draft.action = new Retracted(signed.at());
        draft.retraction = null;
        draft.steering = known.steering().disputed(null);
        draft.asked = null;
        draft.route = known.route().to(null);
        draft.eachTargeting(targeting -> targeting.voided("RETRACTED"));
        draft.lookAgainAt = signed.at();
        return draft.tell(CaseEvent.by(signed.at(), "RETRACTED", signed.who(), signed.why(), null))
                .done();
    }

    static RemovalCase foundOut(RemovalCase known, UUID noticeId, boolean accepted, Signed signed) {
        var id = NameBasedIds.of("found out", noticeId).toString();
        if (known.reports().contains(id)) {
            return known;
        }
        var draft = new CaseDraft(known);
        draft.reports = known.reports().with(id);
        if (!accepted && known.asked() != null && noticeId.equals(known.asked().noticeId())) {
            draft.asked = null;
        }
        draft.lookAgainAt = signed.at();
        var what = accepted ? "FOUND_ACCEPTED" : "FOUND_LOST";
        return draft.tell(CaseEvent.by(signed.at(), what, signed.who(), signed.why(), null))
                .done();
    }

    /** Recorded again it changes nothing. */
    static RemovalCase formFilledIn(RemovalCase known, FilledForm form) {
        return once(known, form.recordId(), form.told());
    }

    /** Recorded again it changes nothing. */
    static RemovalCase taskDone(RemovalCase known, UUID taskId, TaskKind kind, Signed signed) {
        var id = NameBasedIds.of("task done", taskId, signed.at()).toString();
        return once(known, id, CaseEvent.by(signed.at(), "TASK_DONE_" + kind, signed.who(), signed.why(), null));
    }

    private static RemovalCase once(RemovalCase known, String id, CaseEvent told) {
        if (known.reports().contains(id)) {
            return known;
        }
        var draft = new CaseDraft(known);
        draft.reports = known.reports().with(id);
        return draft.tell(told).done();
    }

    static RemovalCase reveal(RemovalCase known, Signed signed) {
        return new CaseDraft(known)
                .tell(CaseEvent.by(signed.at(), "URL_REVEALED", signed.who(), signed.why(), null))
                .done();
    }

    static RemovalCase observe(RemovalCase known, Observation observation) {
        var id = observation.observationId().toString();
        if (known.reports().contains(id)) {
            return known;
        }
        var draft = new CaseDraft(known);
        var signed = observation.signed();
        draft.reports = known.reports().with(id);
        switch (observation.seen()) {
            case PRESENT -> {
                if (signed.at().isAfter(known.lastSightingAt())) {
                    draft.lastSightingAt = signed.at();
                }
                draft.rungs.replaceAll(ContactedAddressee::seenByAPerson);
                draft.wants = known.wants().weighing(new PersonSaw(true, signed.at()));
            }
            case GONE, DIFFERENT -> draft.wants = known.wants().weighing(new PersonSaw(false, signed.at()));
            case CANNOT_TELL -> {}
        }
        draft.lookAgainAt = signed.at();
        return draft.tell(CaseEvent.by(signed.at(), "OBSERVED_" + observation.seen(), signed.who(), signed.why(), null))
                .done();
    }
}
