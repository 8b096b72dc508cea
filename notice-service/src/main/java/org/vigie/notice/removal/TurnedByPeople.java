package org.vigie.notice.removal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.notice.removal.Steering.Clearance;
import org.vigie.notice.task.TaskKind;

/** What people do to a case. Each move returns the next case; done twice it is done once. */
public sealed interface TurnedByPeople permits RemovalCase {

    /** Nothing is done from now on; the same hold twice is one. */
    default RemovalCase held(Hold hold) {
        return CasePeople.hold(known(), hold);
    }

    /**
     * A person releases a hold; twice is once.
     *
     * @throws NotAllowed if there never was such a hold
     */
    default RemovalCase released(UUID holdId, Signed signed) {
        return CasePeople.release(known(), holdId, signed);
    }

    /** A person wants everything taken back; another one must agree. */
    default RemovalCase retractionProposed(Signed signed) {
        return CasePeople.propose(known(), signed);
    }

    /**
     * Another person agrees: everything is taken back.
     *
     * @throws NotAllowed if nobody proposed it, or the same person did
     */
    default RemovalCase retracted(Signed signed) {
        return CasePeople.retract(known(), signed);
    }

    /**
     * An operator agrees to a step that needs it; twice is once.
     *
     * @param approval whether it needs one, absent if the chain does not rank the addressee
     * @throws NotAllowed if it needs no approval or must not be taken
     */
    default RemovalCase approved(Addressee addressee, @Nullable Approval approval, Signed signed) {
        return CaseSteering.approve(known(), addressee, approval, signed);
    }

    /**
     * A person has somebody else written to next; twice is once.
     *
     * @param approval whether it needs one, absent if the chain does not rank the addressee
     * @param isCandidate whether the addressee can be written to now
     * @throws NotAllowed if the chain does not let them be written to
     */
    default RemovalCase addressedTo(
            Addressee addressee, @Nullable Approval approval, boolean isCandidate, Signed signed) {
        return CaseSteering.choose(known(), addressee, approval, isCandidate, signed);
    }

    /**
     * An authority has nothing against a notice; twice is once.
     *
     * @throws NotAllowed if the case is over
     */
    default RemovalCase cleared(Clearance clearance, Signed signed) {
        return CaseSteering.clear(known(), clearance, signed);
    }

    /** A person looked; the same observation twice is one. */
    default RemovalCase observed(Observation observation) {
        return CasePeople.observe(known(), observation);
    }

    /** A person found out whether a notice that may have left did; twice is once. A lost one is asked for anew. */
    default RemovalCase foundOut(UUID noticeId, boolean accepted, Signed signed) {
        return CasePeople.foundOut(known(), noticeId, accepted, signed);
    }

    /** A provider answered; the same answer twice is one. No answer ever says that anything was removed. */
    default RemovalCase replied(Reply reply) {
        return CaseReplies.replied(known(), reply);
    }

    /**
     * A second assessor decides about the dispute.
     *
     * @throws NotAllowed if there is none, or the same person classified the content
     */
    default RemovalCase disputeDecided(DisputeDecision decision, Signed signed) {
        return CaseReplies.decided(known(), decision, signed);
    }

    /** A person was shown the exact URL; every time counts. */
    default RemovalCase revealed(Signed signed) {
        return CasePeople.reveal(known(), signed);
    }

    private RemovalCase known() {
        return switch (this) {
            case RemovalCase known -> known;
        };
    }

    /** A person recorded what became of a provider's web form; recorded again it is once. */
    default RemovalCase formFilledIn(FilledForm form) {
        return CasePeople.formFilledIn(known(), form);
    }

    /** A person closed a task; closed again it is once. */
    default RemovalCase taskDone(UUID taskId, TaskKind kind, Signed signed) {
        return CasePeople.taskDone(known(), taskId, kind, signed);
    }
}
