package org.vigie.availability.watch;

import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Sight;
import org.vigie.availability.probe.TextPrint;
import org.vigie.url.WebUrl;

/**
 * What it means that a server says 404 or 410: gone, if all of us hear it, from every address, and the host is well.
 */
final class NotFound {

    private final Inquiry inquiry;
    private final Prior prior;

    NotFound(Inquiry inquiry, Prior prior) {
        this.inquiry = inquiry;
        this.prior = prior;
    }

    Verdict verdict(Identity first, Signal signal, Answer answer, int addresses) {
        var agreed = signal;
        for (var identity : inquiry.others(first)) {
            var said = said(inquiry.targetByGet(identity).outcome());
            switch (said) {
                case GONE_404, GONE_410 -> agreed = said == Signal.GONE_404 ? said : agreed;
                case REACHABLE, MOVED -> {
                    return Verdict.of(Signal.CLOAKED);
                }
                default -> {
                    return Verdict.of(said);
                }
            }
        }
        for (int address = 1; address < addresses; address++) {
            var said = said(inquiry.targetAt(first, address).outcome());
            if (said == Signal.REACHABLE || said == Signal.MOVED) {
                return Verdict.of(Signal.CLOAKED);
            }
        }
        if (LinkEnd.isPast(inquiry.target(), prior.now())) {
            return Verdict.of(Signal.LINK_EXPIRED);
        }
        return inquiry.mayGet() || prior.headTells()
                ? controlled(first, agreed, answer)
                : Verdict.of(Signal.UNVERIFIABLE);
    }

    private static Signal said(Outcome outcome) {
        return Reading.of(outcome) instanceof Reading.Says(var signal) ? signal : Signal.UNVERIFIABLE;
    }

    private Verdict controlled(Identity first, Signal signal, Answer answer) {
        if (prior.isAmidNotFound() && !answer.isMedia()) {
            return Verdict.of(signal);
        }
        var sibling = inquiry.sibling();
        if (sibling.isEmpty()) {
            return Verdict.of(signal == Signal.GONE_410 ? signal : Signal.GONE_UNCONTROLLED);
        }
        var outcome = inquiry.sibling(first, sibling.get()).outcome();
        if (outcome instanceof Outcome.Answered(var other)
                && inquiry.mayGet()
                && isContentAllTheSame(first, answer, other, sibling.get())) {
            return Verdict.of(Signal.UNVERIFIABLE);
        }
        return signal == Signal.GONE_410 ? Verdict.of(signal) : of404(first, outcome);
    }

    /** Whether what is sent with it is more than the page for what does not exist: browsers show it. */
    private boolean isContentAllTheSame(Identity identity, Answer item, Answer sibling, WebUrl siblingUrl) {
        var baseline = prior.baseline();
        if (baseline != null && Fingerprint.of(item).isSurely(baseline.item())) {
            return true;
        }
        if (item.isMedia()) {
            return Likeness.of(item, sibling) == Likeness.DIFFERENT;
        }
        if (baseline != null && baseline.media()) {
            // A page is no picture, whatever it says.
            return false;
        }
        // Pages that say 404 and 410 have other words by themselves.
        var haveOneLength = item.length() != null && item.length().equals(sibling.length());
        return item.isText()
                && sibling.isText()
                && item.status() == sibling.status()
                && !haveOneLength
                && isAnotherText(identity, siblingUrl);
    }

    private boolean isAnotherText(Identity identity, WebUrl siblingUrl) {
        var item = text(inquiry.targetText(identity));
        var sibling = text(inquiry.siblingText(identity, siblingUrl));
        if (item == null || sibling == null || item.hasWordsOf(sibling)) {
            return false;
        }
        var another = inquiry.anotherSibling()
                .map(url -> text(inquiry.siblingText(identity, url)))
                .orElse(null);
        return another != null && sibling.hasWordsOf(another);
    }

    private static @Nullable TextPrint text(Sight sight) {
        return sight.outcome() instanceof Outcome.Answered(var answer) ? answer.text() : null;
    }

    /** Whether a 404 is about the URL: what lies beside it is not refused, and the host is as well as it was. */
    private Verdict of404(Identity first, Outcome sibling) {
        if (!(sibling instanceof Outcome.Answered(var other))) {
            return Verdict.of(sibling instanceof Outcome.LocalFault ? Signal.LOCAL_FAULT : Signal.INFRA_DOWN);
        }
        if (said(sibling) == Signal.THROTTLED) {
            return Verdict.of(Signal.THROTTLED);
        }
        if (other.status() >= 500) {
            return Verdict.of(Signal.INFRA_DOWN);
        }
        if (!isHealthy(inquiry.root(first).orElse(sibling))) {
            return Verdict.of(Signal.INFRA_DOWN);
        }
        var isControl = other.isFine() || other.status() == 404 || other.status() == 410;
        return isControl ? Verdict.controlled(Signal.GONE_404) : Verdict.of(Signal.GONE_UNCONTROLLED);
    }

    /** A root that was as it is when the content was there says nothing against the host. */
    private boolean isHealthy(Outcome root) {
        return switch (root) {
            case Outcome.Answered(var answer) -> said(root) == Signal.THROTTLED || isHealthy(answer.status());
            case Outcome.RedirectLoop _, Outcome.RedirectUnsafe _, Outcome.BehindRedirect _ -> true;
            default -> false;
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
