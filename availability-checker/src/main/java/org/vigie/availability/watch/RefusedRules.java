package org.vigie.availability.watch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.ProbeResult;

/** What it means that a server refuses: of us, of everybody who has an old link, of this item, or of the whole host. */
final class RefusedRules {

    private final ProbeSession session;
    private final Prior prior;
    private final ShownRules shown;
    private final Set<Identity> refused = new HashSet<>();

    RefusedRules(ProbeSession session, Prior prior, ShownRules shown) {
        this.session = session;
        this.prior = prior;
        this.shown = shown;
    }

    Conclusion conclusion(Identity first, Signal signal, Answer answer) {
        // Whoever was refused before has asked the others already.
        for (var identity : refused.add(first) ? session.others(first) : List.<Identity>of()) {
            var outcome = asked(identity, answer).outcome();
            if (outcome instanceof Outcome.Answered(var other) && SignalTable.of(outcome) == Signal.REACHABLE) {
                return shown.conclusion(identity, Signal.REACHABLE, other);
            }
            if (outcome instanceof Outcome.LocalFault) {
                return Conclusion.of(Signal.LOCAL_FAULT);
            }
        }
        if (isRefusal(answer) && LinkEnd.isPast(session.target(), prior.now())) {
            return Conclusion.of(Signal.LINK_EXPIRED);
        }
        var baseline = prior.baseline();
        var control = session.control();
        if (baseline == null || control.isEmpty() || !mayBeAboutTheItem(answer)) {
            return Conclusion.of(signal);
        }
        var outcome = session.controlOf(answer, first, control.get()).outcome();
        return outcome instanceof Outcome.Answered(var other)
                ? compared(first, signal, answer, other, baseline)
                : Conclusion.of(outcome instanceof Outcome.LocalFault ? Signal.LOCAL_FAULT : signal);
    }

    /** A HEAD that is well says nothing against a GET that is refused. */
    private ProbeResult asked(Identity identity, Answer refusal) {
        return refusal.byGet() ? session.targetByGet(identity) : session.target(identity);
    }

    private Conclusion compared(Identity first, Signal signal, Answer item, Answer control, Baseline baseline) {
        if (!baseline.controlIsAsBefore(control)) {
            return Conclusion.of(signal);
        }
        if (item.status() != control.status()) {
            return isRefusal(control) ? Conclusion.of(signal) : Conclusion.controlled(Signal.SHUT);
        }
        // Stores that show no list refuse what they do not have; a host that lets us in at its root does not refuse us.
        return isRootOpenAsBefore(first, baseline) ? Conclusion.controlled(Signal.SOFT_GONE) : Conclusion.of(signal);
    }

    private boolean isRootOpenAsBefore(Identity first, Baseline baseline) {
        var before = baseline.root();
        return before != null
                && before < 400
                && session.rootByGet(first)
                        .filter(root -> root instanceof Outcome.Answered(var answer) && answer.status() == before)
                        .isPresent();
    }

    /** Whom the server tests, throttles or asks for a password is not told anything about the item. */
    private static boolean mayBeAboutTheItem(Answer answer) {
        return answer.gate() == null
                && switch (answer.status()) {
                    case 300, 400, 402, 403, 406, 409, 423, 451 -> true;
                    default -> false;
                };
    }

    private static boolean isRefusal(Answer answer) {
        return answer.status() >= 400 && answer.status() < 500 && answer.status() != 404 && answer.status() != 410;
    }
}
