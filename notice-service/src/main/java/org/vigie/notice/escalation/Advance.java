package org.vigie.notice.escalation;

import java.time.Instant;
import org.vigie.notice.escalation.Step.AwaitProvider;
import org.vigie.notice.escalation.Step.CallPerson;
import org.vigie.notice.escalation.Step.Exhaust;
import org.vigie.notice.escalation.Step.GiveUp;
import org.vigie.notice.escalation.Step.Rest;
import org.vigie.notice.escalation.Step.TakeChain;
import org.vigie.notice.escalation.Step.TakeRoute;
import org.vigie.notice.escalation.Step.WantChain;
import org.vigie.notice.escalation.Step.WantCheck;
import org.vigie.notice.escalation.Step.Write;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.PendingNotice;
import org.vigie.notice.removal.RemovalCase;

/** Takes a case step by step as far as it goes now: a pure function. */
final class Advance {

    /** The longest way from a report to its rest has some ten. */
    private static final int MOST_STEPS = 100;

    private final NextStep nextStep;

    Advance(NextStep nextStep) {
        this.nextStep = nextStep;
    }

    /** The case as it rests, and the step at which it does. */
    record Result(RemovalCase known, Step last) {}

    Result from(RemovalCase before, RegistryView around, Instant now) {
        var chain = around.chain();
        var known = chain == null ? before : before.explainedBy(chain);
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            var step = nextStep.of(known, around, now);
            known = taken(known.waitsForLook(CheckFreshness.areMissing(step), now), around, step, now);
            if (step instanceof Rest || step instanceof AwaitProvider || step instanceof CallPerson) {
                return new Result(known, step);
            }
        }
        throw new IllegalStateException("the case does not come to rest");
    }

    private RemovalCase taken(RemovalCase known, RegistryView around, Step step, Instant now) {
        return switch (step) {
            case Rest(var until, var _) ->
                known.wants(known.wants().copyOf(null)).lookAgain(until);
            case AwaitProvider(var provider) ->
                known.wants(known.wants().copyOf(provider)).lookAgain(null);
            case CallPerson(var _, var until) -> known.lookAgain(until);
            case WantChain() -> known.wants(known.wants().chain(now));
            case WantCheck() -> known.wants(known.wants().check(now));
            case TakeRoute(var route, var named) ->
                around.movedAway(known, named).routed(route, now);
            case TakeChain(var route, var named) ->
                around.movedAway(known, named).adopted(route);
            case GiveUp(var route, var reason) -> known.unaddressable(route, reason, now);
            case Write write -> known.ask(wish(known, write, now));
            case Exhaust() -> known.exhausted(now);
        };
    }

    private PendingNotice wish(RemovalCase known, Write write, Instant now) {
        var to = write.to();
        var rung = known.rungOf(to.addressee());
        var itemId = NameBasedIds.of(
                "item",
                known.caseId(),
                known.cycle(),
                to.addressee().providerId(),
                to.addressee().role(),
                to.contactId(),
                write.kind(),
                rung.map(one -> one.notices().size()).orElse(0),
                rung.map(one -> one.takenBack().size()).orElse(0));
        var at = nextStep.dueAt(known, write.kind(), to.addressee(), now);
        return new PendingNotice(itemId, write.kind(), to.addressee(), to.contactId(), write.verifiable(), at, null, null);
    }
}
