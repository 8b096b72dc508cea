package org.vigie.availability.watch;

import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.ProbeResult;
import org.vigie.availability.probe.TextPrint;
import org.vigie.url.WebUrl;

/**
 * What it means that a server says 404 or 410: gone, if all of us hear it, from every address, and the host is well.
 */
final class NotFoundRules {

    private final ProbeSession session;
    private final Prior prior;

    NotFoundRules(ProbeSession session, Prior prior) {
        this.session = session;
        this.prior = prior;
    }

    Conclusion conclusion(Identity first, Signal signal, Answer answer, int addresses) {
        var agreed = signal;
        for (var identity : session.others(first)) {
            var said = said(session.targetByGet(identity).outcome());
            if (isThere(said)) {
                return Conclusion.of(Signal.CLOAKED);
            }
            if (said != Signal.GONE_404 && said != Signal.GONE_410) {
                return Conclusion.of(said);
            }
            agreed = said == Signal.GONE_404 ? said : agreed;
        }
        for (int address = 1; address < addresses; address++) {
            if (isThere(said(session.targetAt(first, address).outcome()))) {
                return Conclusion.of(Signal.CLOAKED);
            }
        }
        if (LinkEnd.isPast(session.target(), prior.now())) {
            return Conclusion.of(Signal.LINK_EXPIRED);
        }
        return session.mayGet() || prior.headTells()
                ? controlled(first, agreed, answer)
                : Conclusion.of(Signal.UNVERIFIABLE);
    }

    private static boolean isThere(Signal said) {
        return said == Signal.REACHABLE || said == Signal.MOVED;
    }

    private static Signal said(Outcome outcome) {
        return SignalTable.of(outcome);
    }

    private Conclusion controlled(Identity first, Signal signal, Answer answer) {
        if (prior.isAmidNotFound() && !answer.isMedia()) {
            return Conclusion.of(signal);
        }
        var control = session.control();
        if (control.isEmpty()) {
            return Conclusion.of(signal == Signal.GONE_410 ? signal : Signal.GONE_UNCONTROLLED);
        }
        var outcome = session.control(first, control.get()).outcome();
        if (outcome instanceof Outcome.Answered(var other)
                && session.mayGet()
                && isContentAllTheSame(first, answer, other, control.get())) {
            return Conclusion.of(Signal.UNVERIFIABLE);
        }
        return signal == Signal.GONE_410 ? Conclusion.of(signal) : of404(first, outcome);
    }

    /** Whether what is sent with it is more than the page for what does not exist: browsers show it. */
    private boolean isContentAllTheSame(Identity identity, Answer item, Answer control, WebUrl controlUrl) {
        var baseline = prior.baseline();
        if (baseline != null && Fingerprint.of(item).isSurely(baseline.item())) {
            return true;
        }
        if (item.isMedia()) {
            return Likeness.of(item, control) == Likeness.DIFFERENT;
        }
        if (baseline != null && baseline.media()) {
            // A page is no picture, whatever it says.
            return false;
        }
        // Pages that say 404 and 410 have other words by themselves.
        var haveOneLength = item.length() != null && item.length().equals(control.length());
        return item.isText()
                && control.isText()
                && item.status() == control.status()
                && !haveOneLength
                && isAnotherText(identity, controlUrl);
    }

    private boolean isAnotherText(Identity identity, WebUrl controlUrl) {
        var item = text(session.targetText(identity));
        var control = text(session.controlText(identity, controlUrl));
        if (item == null || control == null || item.hasWordsOf(control)) {
            return false;
        }
        var another = session.anotherControl()
                .map(url -> text(session.controlText(identity, url)))
                .orElse(null);
        return another != null && control.hasWordsOf(another);
    }

    private static @Nullable TextPrint text(ProbeResult result) {
        return result.outcome() instanceof Outcome.Answered(var answer) ? answer.text() : null;
    }

    /** Whether a 404 is about the URL: what lies beside it is not refused, and the host is as well as it was. */
    private Conclusion of404(Identity first, Outcome control) {
        if (!(control instanceof Outcome.Answered(var other))) {
            return Conclusion.of(control instanceof Outcome.LocalFault ? Signal.LOCAL_FAULT : Signal.INFRA_DOWN);
        }
        if (said(control) == Signal.THROTTLED) {
            return Conclusion.of(Signal.THROTTLED);
        }
        if (other.status() >= 500) {
            return Conclusion.of(Signal.INFRA_DOWN);
        }
        if (!isHealthy(session.root(first).orElse(control))) {
            return Conclusion.of(Signal.INFRA_DOWN);
        }
        var isControl = other.isFine() || other.isNotFound();
        return isControl ? Conclusion.controlled(Signal.GONE_404) : Conclusion.of(Signal.GONE_UNCONTROLLED);
    }

    /** A root that was as it is when the content was there says nothing against the host. */
    private boolean isHealthy(Outcome root) {
        return switch (root) {
            case Outcome.Answered(var answer) -> said(root) == Signal.THROTTLED || isHealthy(answer.status());
            case Outcome.RedirectFailed _ -> true;
            case Outcome.NameFailed _,
                    Outcome.ConnectionFailed _,
                    Outcome.Broken _,
                    Outcome.LocalFault _,
                    Outcome.NotAsked _ -> false;
        };
    }

    private boolean isHealthy(int status) {
        return (status < 500 && status != 404 && status != 410)
                || Integer.valueOf(status).equals(rootBefore());
    }

    private @Nullable Integer rootBefore() {
        var baseline = prior.baseline();
        return baseline == null ? null : baseline.root();
    }
}
