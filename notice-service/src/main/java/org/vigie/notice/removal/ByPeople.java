package org.vigie.notice.removal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.CaseEvent.What;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.NotAllowed.Why;
import org.vigie.notice.removal.Steering.Clearance;
import org.vigie.notice.task.TaskKind;
import org.vigie.support.Person;

/** What people make of a case. Each move returns the next case; done twice it is done once. */
public record ByPeople(RemovalCase known) {

    /** Nothing is done from now on, or nothing erased; the same hold twice is one. */
    public RemovalCase held(Hold hold) {
        return known.history().has(hold.holdId())
                ? known
                : known.byReports().held(hold, hold.placedBy()).due(hold.placedAt());
    }

    /**
     * A person releases a hold; twice is once.
     *
     * @throws NotAllowed if there never was such a hold
     */
    public RemovalCase released(UUID holdId, Signed signed) {
        if (!known.holds().include(holdId)) {
            require(known.history().has(holdId), Why.NO_SUCH_HOLD);
            return known;
        }
        var holds = known.holds().released(holdId, signed.at());
        return known.with(known.history().applying(holdId).with(CaseEvent.of(What.RELEASED, signed)))
                .with(holds)
                .with(known.isHeld() && !holds.stop() ? known.outcome().correctedWhereOpen() : known.outcome())
                .due(signed.at());
    }

    /** A person wants everything taken back; another one must agree. */
    public RemovalCase retractionProposed(Signed signed) {
        return known.steering().retraction() != null || known.stage() instanceof Retracted
                ? known
                : known.with(known.steering().retracting(signed)).told(CaseEvent.of(What.RETRACTION_PROPOSED, signed));
    }

    /**
     * Another person agrees: everything is taken back. What was targeted counts nowhere; who was told is told.
     *
     * @throws NotAllowed if nobody proposed it, or the same person did
     */
    public RemovalCase retracted(Signed signed) {
        if (known.stage() instanceof Retracted) {
            return known;
        }
        var proposed = known.steering().retraction();
        if (proposed == null) {
            throw new NotAllowed(known.caseId(), Why.NOT_PROPOSED);
        }
        require(!Person.same(proposed.who(), signed.who()), Why.SAME_PERSON);
        return known.with(known.pursuit().retracted(signed.at()))
                .with(known.steering().retracted())
                .with(known.outcome().retracted(signed.at()))
                .told(CaseEvent.of(What.RETRACTED, signed))
                .due(signed.at());
    }

    /**
     * An operator agrees to a step that needs it; twice is once.
     *
     * @param approval whether it needs one, absent if the chain does not rank the addressee
     * @throws NotAllowed if it needs no approval or must not be taken
     */
    public RemovalCase approved(Addressee addressee, @Nullable Approval approval, Signed signed) {
        if (known.steering().isApproved(addressee)) {
            return known;
        }
        requireOpen();
        require(approval != null, Why.NOT_IN_CHAIN);
        require(approval != Approval.NOT_NEEDED, Why.NEEDS_NO_APPROVAL);
        require(approval == Approval.OPERATOR, Why.NEVER_WRITTEN_TO);
        return known.with(known.steering().approving(addressee))
                .told(CaseEvent.of(What.STEP_APPROVED, signed).to(addressee))
                .due(signed.at());
    }

    /**
     * A person has somebody else written to next; twice is once.
     *
     * @param approval whether it needs one, absent if the chain does not rank the addressee
     * @param isCandidate whether the addressee can be written to now
     * @throws NotAllowed if the chain does not let them be written to
     */
    public RemovalCase addressedTo(
            Addressee addressee, @Nullable Approval approval, boolean isCandidate, Signed signed) {
        if (known.steering().isChosen(addressee)) {
            return known;
        }
        requireOpen();
        require(known.stage().isRouted(), Why.NOT_ROUTED);
        require(approval != null, Why.NOT_IN_CHAIN);
        require(
                approval == Approval.NOT_NEEDED || known.steering().isApproved(addressee),
                approval == Approval.OPERATOR ? Why.NEEDS_APPROVAL : Why.NEVER_WRITTEN_TO);
        require(known.pursuit().contacted(addressee).isEmpty(), Why.WRITTEN_TO_ALREADY);
        require(isCandidate, Why.NO_CONTACT);
        return known.with(known.steering().choosing(addressee))
                .with(known.pursuit().askingNothingNew())
                .told(CaseEvent.of(What.ADDRESSEE_CHANGED, signed).to(addressee))
                .due(signed.at());
    }

    /**
     * An authority has nothing against a notice; twice is once. It is recorded whether or not its country is waited
     * for.
     *
     * @throws NotAllowed if the case is over
     */
    public RemovalCase cleared(Clearance clearance, Signed signed) {
        if (known.steering().clearances().contains(clearance)) {
            return known;
        }
        requireOpen();
        var by = "%s_%s".formatted(clearance.authority(), clearance.country());
        return known.with(known.steering().cleared(clearance))
                .told(CaseEvent.of(signed.at(), What.CLEARED_BY, by).by(signed).under(clearance.reference()))
                .due(signed.at());
    }

    /** A person looked; the same observation twice is one. */
    public RemovalCase observed(Observation observation) {
        if (known.history().has(observation.observationId())) {
            return known;
        }
        var signed = observation.signed();
        var event = CaseEvent.of(signed.at(), What.OBSERVED, observation.seen()).by(signed);
        var next = once(observation.observationId(), event).due(signed.at());
        return switch (observation.seen()) {
            case PRESENT ->
                next.with(known.evidence().seenByAPerson(signed.at()))
                        .with(known.pursuit().seenByAPerson())
                        .wants(known.wants().weighing(new PersonSaw(true, signed.at())));
            case GONE, DIFFERENT -> next.wants(known.wants().weighing(new PersonSaw(false, signed.at())));
            case CANNOT_TELL -> next;
        };
    }

    /** A person found out whether a notice that may have left did; twice is once. A lost one is asked for anew. */
    public RemovalCase foundOut(UUID noticeId, boolean accepted, Signed signed) {
        var id = NameBasedIds.of("found out", noticeId);
        return known.history().has(id)
                ? known
                : once(id, CaseEvent.of(accepted ? What.FOUND_ACCEPTED : What.FOUND_LOST, signed))
                        .with(accepted ? known.pursuit() : known.pursuit().settled(noticeId))
                        .due(signed.at());
    }

    /**
     * A person was shown the exact URL; every time counts.
     *
     * @throws IllegalMove if it was erased
     */
    public RemovalCase revealed(Signed signed) {
        if (known.evidence().place().wasErased()) {
            throw new IllegalMove(known.caseId(), known.stage(), "shown: its URL was erased");
        }
        return known.told(CaseEvent.of(What.URL_REVEALED, signed));
    }

    /** A person recorded what became of a provider's web form; recorded again it is once. */
    public RemovalCase formFilledIn(FilledForm form) {
        return once(form.recordId(), form.event());
    }

    /** A person closed a task; closed again it is once. */
    public RemovalCase taskDone(UUID taskId, TaskKind kind, Signed signed) {
        var event = CaseEvent.of(signed.at(), What.TASK_DONE, kind).by(signed);
        return once(NameBasedIds.of("task done", taskId, signed.at()), event);
    }

    private RemovalCase once(UUID id, CaseEvent event) {
        var history = known.history();
        return history.has(id) ? known : known.with(history.applying(id).with(event));
    }

    private void requireOpen() {
        require(!known.stage().isOver(), Why.CLOSED);
    }

    private void require(boolean met, Why otherwise) {
        if (!met) {
            throw new NotAllowed(known.caseId(), otherwise);
        }
    }
}
