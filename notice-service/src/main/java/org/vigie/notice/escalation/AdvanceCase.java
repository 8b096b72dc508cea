package org.vigie.notice.escalation;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.removal.CaseQueue;
import org.vigie.notice.removal.ChangeCase;
import org.vigie.notice.removal.Recurrence;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.UnknownCase;

/** Does what is to be done next about a case, whatever made it due. Doing it again changes nothing. */
@Service
public class AdvanceCase {

    private static final Logger LOG = LoggerFactory.getLogger(AdvanceCase.class);

    private final ChangeCase cases;
    private final DryRun dryRun;
    private final NextStep nextStep;
    private final Recurrence recurrence;
    private final OutgoingNotices outgoing;
    private final CallPeople people;
    private final CaseQueue queue;

    AdvanceCase(
            ChangeCase cases,
            DryRun dryRun,
            NextStep nextStep,
            Recurrence recurrence,
            OutgoingNotices outgoing,
            CallPeople people,
            CaseQueue queue) {
        this.cases = cases;
        this.dryRun = dryRun;
        this.nextStep = nextStep;
        this.recurrence = recurrence;
        this.outgoing = outgoing;
        this.people = people;
        this.queue = queue;
    }

    /**
     * Takes the case as far as it goes now.
     *
     * @return the case as it rests
     * @throws UnknownCase if there is no such case
     */
    public RemovalCase advance(UUID caseId) {
        return advance(caseId, UnaryOperator.identity());
    }

    /**
     * Makes a move and takes the case as far as it goes then, both stored at once.
     *
     * @return the case as it rests
     * @throws UnknownCase if there is no such case
     */
    public RemovalCase advance(UUID caseId, UnaryOperator<RemovalCase> move) {
        var result = new AtomicReference<Advance.Result>();
        var rested = cases.changeLast(caseId, before -> {
            var next = dryRun.from(move.apply(before));
            result.set(next);
            return resting(next);
        });
        return followedUp(rested, Objects.requireNonNull(result.get()));
    }

    /**
     * Opens a case and takes it as far as it goes, both stored at once.
     *
     * @return the case as it rests; empty if there is one of that URL, and nothing is stored then
     */
    public Optional<RemovalCase> open(RemovalCase opened) {
        var result = dryRun.from(opened);
        return cases.open(resting(result)).map(rested -> followedUp(rested, result));
    }

    private RemovalCase resting(Advance.Result went) {
        return people.resting(recurrence.noted(went.known()), went);
    }

    private RemovalCase followedUp(RemovalCase rested, Advance.Result went) {
        var caseId = rested.caseId();
        LOG.atInfo()
                .addKeyValue("caseId", caseId)
                .addKeyValue("step", went.last().getClass().getSimpleName())
                .addKeyValue("action", rested.stage().name())
                .log("case advanced");
        var wish = rested.pending();
        if (wish != null && wish.noticeId() == null) {
            outgoing.gather(rested, wish);
        } else if (wish != null && !nextStep.isWanted(rested, wish)) {
            outgoing.reconsider(Objects.requireNonNull(wish.noticeId()));
        }
        people.call(rested, went);
        if (rested.waiting().nextStepAt() != null) {
            queue.lookAt(caseId, rested.waiting().nextStepAt());
        }
        if (waits(went) && !waits(dryRun.from(rested))) {
            queue.lookAt(caseId, went.now()); // what it waits for came before it was stored, and found nobody to wake
        }
        return rested;
    }

    private static boolean waits(Advance.Result went) {
        return went.last() instanceof Step.AwaitProvider;
    }
}
