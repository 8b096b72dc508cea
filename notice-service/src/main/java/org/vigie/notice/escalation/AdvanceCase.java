package org.vigie.notice.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
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
import org.vigie.notice.task.OpenTasks;

/** Does what is to be done next about a case, whatever made it due. Doing it again changes nothing. */
@Service
public class AdvanceCase {

    private static final Logger LOG = LoggerFactory.getLogger(AdvanceCase.class);

    private final ChangeCase cases;
    private final RegistryViews surroundings;
    private final NextStep nextStep;
    private final Advance untilItRests;
    private final TasksNeeded calls;
    private final HoldAlerts alerts;
    private final Recurrence recurrence;
    private final OutgoingNotices outgoing;
    private final OpenTasks tasks;
    private final CaseQueue queue;
    private final Clock clock;

    AdvanceCase(
            ChangeCase cases,
            RegistryViews surroundings,
            NextStep nextStep,
            NoticeRules rules,
            Recurrence recurrence,
            OutgoingNotices outgoing,
            OpenTasks tasks,
            CaseQueue queue,
            Clock clock) {
        this.cases = cases;
        this.surroundings = surroundings;
        this.nextStep = nextStep;
        this.untilItRests = new Advance(nextStep);
        this.calls = new TasksNeeded(nextStep, rules);
        this.alerts = new HoldAlerts(rules);
        this.recurrence = recurrence;
        this.outgoing = outgoing;
        this.tasks = tasks;
        this.queue = queue;
        this.clock = clock;
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
        var now = clock.instant();
        var last = new AtomicReference<Step>();
        var seen = new AtomicReference<RegistryView>();
        var rested = cases.change(caseId, before -> {
            var known = move.apply(before);
            var around = surroundings.of(known);
            var result = untilItRests.from(known, around, now);
            seen.set(around);
            last.set(result.last());
            return calls.wokenInTime(recurrence.noted(result.known()), now);
        });
        LOG.atInfo()
                .addKeyValue("caseId", caseId)
                .addKeyValue(
                        "step", Objects.requireNonNull(last.get()).getClass().getSimpleName())
                .addKeyValue("action", rested.stage().name())
                .log("case advanced");
        var wish = rested.pending();
        if (wish != null && wish.noticeId() == null) {
            outgoing.gather(rested, wish);
        } else if (wish != null && !nextStep.isWanted(rested, wish)) {
            outgoing.reconsider(Objects.requireNonNull(wish.noticeId()));
        }
        callFor(rested, Objects.requireNonNull(seen.get()), Objects.requireNonNull(last.get()), now);
        if (rested.waiting().nextStepAt() != null) {
            queue.lookAt(caseId, rested.waiting().nextStepAt());
        }
        return rested;
    }

    private void callFor(RemovalCase rested, RegistryView around, Step last, Instant now) {
        var caseId = rested.caseId();
        rested.holds()
                .current()
                .forEach(hold ->
                        alerts.of(hold, now).ifPresent(kind -> tasks.open(kind, caseId, hold.holdId(), null, now)));
        tasks.settle(caseId, TasksNeeded.BY_STANDING, calls.of(rested, around, last, now), now);
    }
}
