package org.vigie.notice.removal;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.identity.NameBasedIds;
import org.vigie.notice.removal.Step.AwaitProvider;
import org.vigie.notice.removal.Step.CallPerson;
import org.vigie.notice.removal.Step.Exhaust;
import org.vigie.notice.removal.Step.GiveUp;
import org.vigie.notice.removal.Step.Rest;
import org.vigie.notice.removal.Step.TakeChain;
import org.vigie.notice.removal.Step.TakeRoute;
import org.vigie.notice.removal.Step.WantCheck;
import org.vigie.notice.removal.Step.Write;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.TaskKind;

/** Does what is to be done next about a case, whatever made it due. Doing it again changes nothing. */
@Service
public class AdvanceCase {

    private static final Logger LOG = LoggerFactory.getLogger(AdvanceCase.class);

    private final ChangeCase cases;
    private final KnownSurroundings surroundings;
    private final NextStep nextStep;
    private final OutgoingNotices outgoing;
    private final OpenTasks tasks;
    private final CaseQueue queue;
    private final Clock clock;

    AdvanceCase(
            ChangeCase cases,
            KnownSurroundings surroundings,
            NextStep nextStep,
            OutgoingNotices outgoing,
            OpenTasks tasks,
            CaseQueue queue,
            Clock clock) {
        this.cases = cases;
        this.surroundings = surroundings;
        this.nextStep = nextStep;
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
        var now = clock.instant();
        var last = new AtomicReference<Step>();
        var rested = cases.change(caseId, known -> untilItRests(known, now, last));
        var wish = rested.asked();
        if (wish != null && wish.noticeId() == null) {
            outgoing.gather(rested, wish);
        }
        callFor(rested, Objects.requireNonNull(last.get()), now);
        if (rested.lookAgainAt() != null) {
            queue.lookAt(caseId, rested.lookAgainAt());
        }
        return rested;
    }

    private RemovalCase untilItRests(RemovalCase before, Instant now, AtomicReference<Step> last) {
        var around = surroundings.of(before);
        var chain = around.chain();
        var known = chain == null ? before : before.explainedBy(chain);
        while (true) {
            var step = nextStep.of(known, around, now);
            last.set(step);
            known = known.waitsForLook(NextStep.isForWantOfALook(step), now);
            switch (step) {
                case Rest(var until, var _) -> {
                    return known.wants(known.wants().copyOf(null)).lookAgain(until);
                }
                case AwaitProvider(var provider) -> {
                    return known.wants(known.wants().copyOf(provider)).lookAgain(null);
                }
                case CallPerson(var _, var until) -> {
                    return known.lookAgain(until);
                }
                case WantCheck() -> known = known.wants(known.wants().check(now));
                case TakeRoute(var route, var there) ->
                    known = around.movedAway(known, there).routed(route, now);
                case TakeChain(var route, var there) ->
                    known = around.movedAway(known, there).adopted(route);
                case GiveUp(var route, var reason) -> known = known.unaddressable(route, reason, now);
                case Write write -> known = known.ask(wish(known, write, now));
                case Exhaust() -> known = known.exhausted(now);
            }
            LOG.atInfo()
                    .addKeyValue("caseId", before.caseId())
                    .addKeyValue("step", step.getClass().getSimpleName())
                    .addKeyValue("action", known.action().getClass().getSimpleName())
                    .log("case advanced");
        }
    }

    private static Asked wish(RemovalCase known, Write write, Instant now) {
        var to = write.to();
        var itemId = NameBasedIds.of(
                "item",
                known.caseId(),
                known.cycle(),
                to.addressee().providerId(),
                to.addressee().role(),
                to.contactId(),
                write.kind(),
                known.rungOf(to.addressee()).map(rung -> rung.notices().size()).orElse(0));
        return new Asked(itemId, write.kind(), to.addressee(), to.contactId(), write.verifiable(), now, null);
    }

    private void callFor(RemovalCase rested, Step last, Instant now) {
        if (last instanceof CallPerson(var kind, var _)) {
            tasks.open(kind, rested.caseId(), rested.cycle(), now);
        }
        switch (rested.action()) {
            case Action.Unaddressable _
            when !NextStep.isDark(rested.place().hostKind()) ->
                tasks.open(TaskKind.NO_CONTACT, rested.caseId(), rested.cycle(), now);
            case Action.Routed _ -> tasks.close(TaskKind.NO_CONTACT, rested.caseId(), rested.cycle(), "ROUTED", now);
            case Action.Received _,
                    Action.Verified _,
                    Action.Rejected _,
                    Action.Unaddressable _,
                    Action.Notified _,
                    Action.Exhausted _,
                    Action.Retracted _ -> {}
        }
    }
}
