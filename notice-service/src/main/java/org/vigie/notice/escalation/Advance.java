package org.vigie.notice.escalation;

import java.time.Instant;
import java.util.Objects;
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
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.ChainParties;
import org.vigie.notice.removal.PendingNotice;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Route;

/** Takes a case step by step as far as it goes now: a pure function. */
final class Advance {

    /** The longest way from a report to its rest has some ten. */
    private static final int MOST_STEPS = 100;

    private final NextStep nextStep;

    Advance(NextStep nextStep) {
        this.nextStep = nextStep;
    }

    /** The case as it rests, the step at which it does, and what it was decided on. */
    record Result(RemovalCase known, Step last, RegistryView registry, Instant now) {}

    Result from(RemovalCase before, RegistryView around, Instant now) {
        var chain = around.chain();
        var known = chain == null ? before : before.byChain().explainedBy(chain);
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            var step = nextStep.of(known, around, now);
            known = taken(known.waitsForCheck(CheckFreshness.areMissing(step), now), step, now);
            if (step instanceof Rest || step instanceof AwaitProvider || step instanceof CallPerson) {
                return new Result(known, step, around, now);
            }
        }
        throw new IllegalStateException("the case does not come to rest");
    }

    private RemovalCase taken(RemovalCase known, Step step, Instant now) {
        return switch (step) {
            case Rest(var until, var _) ->
                known.wants(known.wants().copyOf(null)).due(until);
            case AwaitProvider(var provider) ->
                known.wants(known.wants().copyOf(provider)).due(null);
            case CallPerson(var _, var until) -> known.due(until);
            case WantChain() -> known.wants(known.wants().chain(now));
            case WantCheck() -> known.wants(known.wants().check(now));
            case TakeRoute(var route, var named) ->
                movedAway(known, named, route).byChain().routed(route, now);
            case TakeChain(var route, var named) ->
                movedAway(known, named, route).byChain().adopted(route);
            case GiveUp(var route, var reason) -> known.byChain().unaddressable(route, reason, now);
            case Write write -> known.byNotices().ask(wish(known, write, now));
            case Exhaust() -> known.byChain().exhausted(now);
        };
    }

    private static RemovalCase movedAway(RemovalCase known, ChainParties named, Route route) {
        return known.byChain().movedAwayFrom(named, Objects.requireNonNull(route.resolvedAt()));
    }

    private PendingNotice wish(RemovalCase known, Write write, Instant now) {
        var to = write.to();
        var rung = known.pursuit().contacted(to.addressee());
        var itemId = NameBasedIds.of(
                "item",
                known.caseId(),
                known.cycle(),
                to.addressee().providerId(),
                to.addressee().role(),
                to.contactId(),
                write.kind(),
                rung.map(one -> one.notices().size()).orElse(0),
                write.kind() == NoticeKind.DECISION
                        ? known.steering().ruling(to.addressee()).orElseThrow().at()
                        : rung.map(one -> one.takenBack().size()).orElse(0));
        var at = nextStep.dueAt(known, write.kind(), to.addressee(), now);
        return new PendingNotice(
                itemId, write.kind(), to.addressee(), to.contactId(), write.verifiable(), at, null, null);
    }
}
