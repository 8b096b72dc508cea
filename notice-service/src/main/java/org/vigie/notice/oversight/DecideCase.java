package org.vigie.notice.oversight;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.escalation.RegistryViews;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.CaseQueue;
import org.vigie.notice.removal.ChangeCase;
import org.vigie.notice.removal.DisputeDecision;
import org.vigie.notice.removal.Hold;
import org.vigie.notice.removal.Observation;
import org.vigie.notice.removal.Observation.Seen;
import org.vigie.notice.removal.Place;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Signed;
import org.vigie.notice.removal.Steering.Clearance;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.TaskKind;

/** What only people do: each says who and why, and may say which version of the case they had seen. */
@Service
public class DecideCase {

    private static final Logger LOG = LoggerFactory.getLogger(DecideCase.class);

    private final ChangeCase cases;
    private final RegistryViews registry;
    private final StoppedNotices notices;
    private final OpenTasks tasks;
    private final CaseQueue queue;
    private final Clock clock;

    DecideCase(
            ChangeCase cases,
            RegistryViews registry,
            StoppedNotices notices,
            OpenTasks tasks,
            CaseQueue queue,
            Clock clock) {
        this.cases = cases;
        this.registry = registry;
        this.notices = notices;
        this.tasks = tasks;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Writes the hold, then takes back what did not leave, and says of each notice what became of it; of none if it
     * stops nothing.
     */
    public List<Withdrawal> hold(UUID caseId, LongPredicate read, Hold hold) {
        change(caseId, read, "held", known -> known.byPeople().held(hold));
        return hold.kind() == Hold.Kind.PRESERVE ? List.of() : notices.withdraw(caseId);
    }

    /** Goes on where it was stopped, unless somebody else holds it too. */
    public void release(UUID caseId, LongPredicate read, UUID holdId, Signed signed) {
        change(caseId, read, "released", before -> before.byPeople().released(holdId, signed));
        for (var kind : List.of(TaskKind.HOLD_EXPIRY, TaskKind.HOLD_EXPIRES_SOON, TaskKind.HOLD_EXPIRED)) {
            tasks.close(kind, caseId, holdId, "RELEASED", clock.instant());
        }
    }

    /** Proposes to take everything back; somebody else must agree. */
    public void proposeRetraction(UUID caseId, LongPredicate read, Signed signed) {
        change(caseId, read, "retraction proposed", known -> known.byPeople().retractionProposed(signed));
    }

    /** Agrees to take everything back: those who were told are told. */
    public List<Withdrawal> retract(UUID caseId, LongPredicate read, Signed signed) {
        change(caseId, read, "retracted", known -> known.byPeople().retracted(signed));
        tasks.closeAll(TaskKind.RETRACTION, caseId, "RETRACTED", clock.instant());
        return notices.withdraw(caseId);
    }

    public void observe(UUID caseId, LongPredicate read, Observation observation) {
        change(caseId, read, "observed", before -> before.byPeople().observed(observation));
        if (observation.seen() != Seen.CANNOT_TELL) {
            tasks.closeAll(TaskKind.LOOK_BLOCKED, caseId, "OBSERVED", clock.instant());
        }
    }

    /** Agrees to a step to a registrar, a registry or an upstream. */
    public void approve(UUID caseId, LongPredicate read, Addressee addressee, Signed signed) {
        change(
                caseId,
                read,
                "step approved",
                known -> known.byPeople()
                        .approved(
                                addressee,
                                registry.of(known).approvalOf(addressee).orElse(null),
                                signed));
        tasks.closeAll(TaskKind.APPROVAL, caseId, "APPROVED", clock.instant());
    }

    /** Has somebody else written to next. */
    public void changeAddressee(UUID caseId, LongPredicate read, Addressee addressee, Signed signed) {
        change(caseId, read, "addressee changed", known -> chosen(known, addressee, signed));
    }

    private RemovalCase chosen(RemovalCase known, Addressee addressee, Signed signed) {
        var around = registry.of(known);
        var approval = around.approvalOf(addressee).orElse(null);
        return known.byPeople().addressedTo(addressee, approval, around.isCandidate(known, addressee), signed);
    }

    /** Records that an authority has nothing against a notice. */
    public void clear(UUID caseId, LongPredicate read, Clearance clearance, Signed signed) {
        change(
                caseId,
                read,
                "cleared by an authority",
                known -> known.byPeople().cleared(clearance, signed));
        tasks.closeAll(TaskKind.COUNTRY_CLEARANCE, caseId, "CLEARED", clock.instant());
    }

    /** Records who is shown the exact URL and why, then gives the place. */
    public Place reveal(UUID caseId, Signed signed) {
        LOG.atInfo().addKeyValue("caseId", caseId).log("exact URL revealed to a person");
        return cases.change(caseId, known -> known.byPeople().revealed(signed))
                .evidence()
                .place();
    }

    /** Decides that the disputed notices stand, or that everything is to be taken back. */
    public void decideDispute(UUID caseId, DisputeDecision decision, Signed signed) {
        change(caseId, _ -> true, "dispute decided", known -> known.byAnswers().disputeDecided(decision, signed));
    }

    private void change(UUID caseId, LongPredicate read, String what, UnaryOperator<RemovalCase> move) {
        cases.change(caseId, read, move);
        LOG.atInfo().addKeyValue("caseId", caseId).addKeyValue("decision", what).log("decision recorded by a person");
        queue.lookAt(caseId, clock.instant());
    }
}
