package org.vigie.notice.removal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.removal.Observation.Seen;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.TaskKind;

/** What only people do: each says who and why, and may say which version of the case they had seen. */
@Service
public class DecideCase {

    private static final Logger LOG = LoggerFactory.getLogger(DecideCase.class);

    private final ChangeCase cases;
    private final StoppedNotices notices;
    private final OpenTasks tasks;
    private final CaseQueue queue;
    private final Clock clock;

    DecideCase(ChangeCase cases, StoppedNotices notices, OpenTasks tasks, CaseQueue queue, Clock clock) {
        this.cases = cases;
        this.notices = notices;
        this.tasks = tasks;
        this.queue = queue;
        this.clock = clock;
    }

    /** Writes the hold, then takes back what did not leave, and says of each notice what became of it. */
    public List<Withdrawal> hold(UUID caseId, @Nullable Long seen, Hold hold) {
        change(caseId, seen, "held", known -> known.held(hold));
        return notices.withdraw(caseId);
    }

    /** Goes on where it was stopped, unless somebody else holds it too. */
    public void release(UUID caseId, @Nullable Long seen, UUID holdId, Signed signed) {
        var known = change(caseId, seen, "released", before -> before.released(holdId, signed));
        if (!known.isHeld()) {
            for (var kind : List.of(TaskKind.HOLD_EXPIRY, TaskKind.HOLD_EXPIRES_SOON, TaskKind.HOLD_EXPIRED)) {
                tasks.close(kind, caseId, known.cycle(), "RELEASED", clock.instant());
            }
        }
    }

    /** Proposes to take everything back; somebody else must agree. */
    public void proposeRetraction(UUID caseId, @Nullable Long seen, Signed signed) {
        change(caseId, seen, "retraction proposed", known -> known.retractionProposed(signed));
    }

    /** Agrees to take everything back: those who were told are told. */
    public List<Withdrawal> retract(UUID caseId, @Nullable Long seen, Signed signed) {
        var known = change(caseId, seen, "retracted", before -> before.retracted(signed));
        tasks.close(TaskKind.RETRACTION, caseId, known.cycle(), "RETRACTED", clock.instant());
        return notices.withdraw(caseId);
    }

    public void observe(UUID caseId, @Nullable Long seen, Observation observation) {
        var known = change(caseId, seen, "observed", before -> before.observed(observation));
        if (observation.seen() == Seen.PRESENT) {
            tasks.close(TaskKind.LOOK_BLOCKED, caseId, known.cycle(), "OBSERVED", clock.instant());
        }
    }

    private RemovalCase change(UUID caseId, @Nullable Long seen, String what, UnaryOperator<RemovalCase> move) {
        var known = cases.change(caseId, seen, move);
        LOG.atInfo().addKeyValue("caseId", caseId).addKeyValue("decision", what).log("a person decided");
        queue.lookAt(caseId, clock.instant());
        return known;
    }
}
