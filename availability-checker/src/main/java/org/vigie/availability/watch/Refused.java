package org.vigie.availability.watch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Sight;

/** What it means that a server refuses: of us, of everybody who has an old link, of this item, or of the whole host. */
final class Refused {

    private final Inquiry inquiry;
    private final Prior prior;
    private final Shown shown;
    private final Set<Identity> refused = new HashSet<>();

    Refused(Inquiry inquiry, Prior prior, Shown shown) {
        this.inquiry = inquiry;
        this.prior = prior;
        this.shown = shown;
    }

    Verdict verdict(Identity first, Signal signal, Answer answer) {
        // Whoever was refused before has asked the others already.
        for (var identity : refused.add(first) ? inquiry.others(first) : List.<Identity>of()) {
            var outcome = asked(identity, answer).outcome();
            if (outcome instanceof Outcome.Answered(var other)
                    && Reading.of(outcome) instanceof Reading.Says(var said)
                    && said == Signal.REACHABLE) {
                return shown.verdict(identity, said, other);
            }
            if (outcome instanceof Outcome.LocalFault) {
                return Verdict.of(Signal.LOCAL_FAULT);
            }
        }
        if (isRefusal(answer) && LinkEnd.isPast(inquiry.target(), prior.now())) {
            return Verdict.of(Signal.LINK_EXPIRED);
        }
        var baseline = prior.baseline();
        var sibling = inquiry.sibling();
        if (baseline == null || sibling.isEmpty() || !mayBeAboutTheItem(answer)) {
            return Verdict.of(signal);
        }
        var outcome = inquiry.sibling(first, sibling.get()).outcome();
        return outcome instanceof Outcome.Answered(var other)
                ? compared(first, signal, answer, other, baseline)
                : Verdict.of(outcome instanceof Outcome.LocalFault ? Signal.LOCAL_FAULT : signal);
    }

    /** A HEAD that is well says nothing against a GET that is refused. */
    private Sight asked(Identity identity, Answer refusal) {
        return refusal.byGet() ? inquiry.targetByGet(identity) : inquiry.target(identity);
    }

    private Verdict compared(Identity first, Signal signal, Answer item, Answer sibling, Baseline baseline) {
        if (!baseline.siblingIsAsBefore(sibling)) {
            return Verdict.of(signal);
        }
        if (item.status() != sibling.status()) {
            return isRefusal(sibling) ? Verdict.of(signal) : Verdict.controlled(Signal.SHUT);
        }
        // Stores that show no list refuse what they do not have; a host that lets us in at its root does not refuse us.
        return isRootOpenAsBefore(first, baseline) ? Verdict.controlled(Signal.SOFT_GONE) : Verdict.of(signal);
    }

    private boolean isRootOpenAsBefore(Identity first, Baseline baseline) {
        var before = baseline.root();
        return before != null
                && before < 400
                && inquiry.root(first)
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
