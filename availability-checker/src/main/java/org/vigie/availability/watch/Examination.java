package org.vigie.availability.watch;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Answer.ParkingSign;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Outcome.NotAsked;
import org.vigie.availability.probe.Outcome.Reason;
import org.vigie.availability.probe.Parking;
import org.vigie.availability.probe.Probe;
import org.vigie.availability.probe.Sight;
import org.vigie.events.Locator;
import org.vigie.events.ProbeRule;
import org.vigie.url.WebUrl;

/**
 * One look: the first question, the same question by somebody else where the answer is bad, and a sibling where the
 * answer may be about anything.
 */
final class Examination {

    private final Inquiry inquiry;
    private final Parking parking;
    private final ActionUrls actionUrls;
    private final Subject subject;
    private final Prior prior;
    private boolean controlled;
    /** Whether the text and a sibling's text hold a mark of a parking service. */
    private boolean marked;

    Examination(
            Probe probe,
            Parking parking,
            List<Identity> identities,
            ActionUrls actionUrls,
            Subject subject,
            Prior prior) {
        this.inquiry = new Inquiry(probe, identities, subject, prior);
        this.parking = parking;
        this.actionUrls = actionUrls;
        this.subject = subject;
        this.prior = prior;
    }

    Finding finding() {
        var refusal = refusal();
        if (refusal != null) {
            return finding(Signal.UNVERIFIABLE, new Sight(new NotAsked(refusal), null, null, Duration.ZERO, List.of()));
        }
        var first = inquiry.first();
        var sight = inquiry.target(first);
        var signal = judge(first, sight);
        return finding(signal, sight);
    }

    private @Nullable Reason refusal() {
        return switch (subject.rule()) {
            case NEVER, UNKNOWN -> Reason.RULE;
            case LANDING_PAGE_ONLY ->
                subject.locator() == Locator.MEDIA && subject.foundOn() == null ? Reason.RULE : null;
            case ANY, HEAD_ONLY -> deed();
        };
    }

    private @Nullable Reason deed() {
        var deed = actionUrls.deed(subject.url());
        deed.ifPresent(inquiry::notAsked);
        return deed.isPresent() ? Reason.ACTION_URL : null;
    }

    private Signal judge(Identity first, Sight sight) {
        return switch (Reading.of(sight.outcome())) {
            case Reading.PerhapsReplaced(var answer) -> replaced(first, answer);
            case Reading.Says says -> judge(first, says.signal(), sight);
        };
    }

    private Signal judge(Identity first, Signal signal, Sight sight) {
        return switch (signal) {
            case REACHABLE, MOVED -> shown(first, signal, sight);
            case GONE_404, GONE_410 -> gone(first, signal);
            case BLOCKED, GATED -> refused(first, signal);
            default -> signal;
        };
    }

    /** It was answered as if it were there: is that said of anything? */
    private Signal shown(Identity first, Signal signal, Sight sight) {
        if (!(sight.outcome() instanceof Outcome.Answered(var answer)) || isSettled(answer)) {
            return signal;
        }
        if (isParked(answer)) {
            return Signal.PARKED;
        }
        var sibling = inquiry.sibling();
        if (sibling.isEmpty()) {
            return signal;
        }
        var other = inquiry.sibling(first, sibling.get());
        return switch (compare(first, answer, sibling.get(), other.outcome())) {
            case DIFFERENT -> {
                controlled = isAnswer(other.outcome());
                yield marked ? Signal.PARKED : signal;
            }
            case ALIKE -> agreedReplaced(first, other.outcome());
            case NEEDS_TEXT -> Signal.UNVERIFIABLE;
        };
    }

    /** Nothing changed since a look that was controlled. */
    private boolean isSettled(Answer answer) {
        return Finding.headerDigest(answer).equals(prior.settledHeaders());
    }

    private Control.Comparison compare(Identity first, Answer answer, WebUrl sibling, Outcome other) {
        var comparison = Control.compare(answer, other);
        if (comparison != Control.Comparison.NEEDS_TEXT || subject.rule() == ProbeRule.HEAD_ONLY) {
            return comparison;
        }
        var text = inquiry.targetText(first);
        var siblingText = inquiry.siblingText(first, sibling);
        marked = isMarked(text.outcome()) && isMarked(siblingText.outcome());
        return text.outcome() instanceof Outcome.Answered(var withText)
                ? Control.compare(withText, siblingText.outcome())
                : comparison;
    }

    /** By what the name system says; an image, a film or an archive is never taken for a parking page. */
    private boolean isParked(Answer answer) {
        var byName =
                answer.parking().contains(ParkingSign.ALIAS) || answer.parking().contains(ParkingSign.ADDRESS);
        return !answer.isMedia() && (byName || parking.hasItsNameServers(inquiry.target()));
    }

    private static boolean isMarked(Outcome outcome) {
        return outcome instanceof Outcome.Answered(var answer)
                && answer.parking().contains(ParkingSign.TEXT);
    }

    /** A redirect to somewhere general: the same as for anything that does not exist, or we cannot tell. */
    private Signal replaced(Identity first, Answer answer) {
        if (isParked(answer)) {
            return Signal.PARKED;
        }
        var sibling = inquiry.sibling();
        if (sibling.isEmpty()) {
            return Signal.UNVERIFIABLE;
        }
        var other = inquiry.sibling(first, sibling.get()).outcome();
        return Control.compare(answer, other) == Control.Comparison.ALIKE
                ? agreedReplaced(first, other)
                : Signal.UNVERIFIABLE;
    }

    /** Whether the others, too, are shown what anything is answered with. */
    private Signal agreedReplaced(Identity first, Outcome sibling) {
        for (var identity : inquiry.others(first)) {
            var sight = inquiry.target(identity);
            if (!(sight.outcome() instanceof Outcome.Answered(var answer))) {
                return told(sight, Signal.UNVERIFIABLE);
            }
            switch (Control.compare(answer, sibling)) {
                case ALIKE, NEEDS_TEXT -> {}
                case DIFFERENT -> {
                    return Reading.of(sight.outcome()) instanceof Reading.Says(var signal) && signal == Signal.REACHABLE
                            ? Signal.CLOAKED
                            : Signal.UNVERIFIABLE;
                }
            }
        }
        var parked =
                marked || parking.isAnsweredForAnything(inquiry.target(), Sibling.label(prior.caseId(), prior.looks()));
        return parked ? Signal.PARKED : Signal.SOFT_GONE;
    }

    /** It was said to be gone: do the others hear the same, and is the host itself well? */
    private Signal gone(Identity first, Signal signal) {
        var agreed = signal;
        for (var identity : inquiry.others(first)) {
            switch (Reading.of(inquiry.target(identity).outcome())) {
                case Reading.PerhapsReplaced _ -> {
                    return Signal.UNVERIFIABLE;
                }
                case Reading.Says says -> {
                    var said = says.signal();
                    switch (said) {
                        case GONE_404, GONE_410 -> agreed = said == Signal.GONE_404 ? said : agreed;
                        case REACHABLE, MOVED -> {
                            return Signal.CLOAKED;
                        }
                        default -> {
                            return said;
                        }
                    }
                }
            }
        }
        if (subject.rule() == ProbeRule.HEAD_ONLY) {
            return prior.headTells() ? controlled404(first) : Signal.UNVERIFIABLE;
        }
        return agreed == Signal.GONE_404 ? controlled404(first) : agreed;
    }

    private Signal controlled404(Identity first) {
        var sibling = inquiry.sibling();
        var root = Sibling.root(inquiry.target());
        if (sibling.isEmpty() || root.isEmpty()) {
            return Signal.UNVERIFIABLE;
        }
        var other = inquiry.sibling(first, sibling.get()).outcome();
        var top = inquiry.root(first, root.get()).outcome();
        controlled = true;
        return Control.of404(other, top);
    }

    /** We were turned away: perhaps somebody else is not. */
    private Signal refused(Identity first, Signal signal) {
        for (var identity : inquiry.others(first)) {
            var sight = inquiry.target(identity);
            if (Reading.of(sight.outcome()) instanceof Reading.Says(var said) && said == Signal.REACHABLE) {
                return shown(identity, said, sight);
            }
        }
        return signal;
    }

    private static boolean isAnswer(Outcome outcome) {
        return outcome instanceof Outcome.Answered;
    }

    private static Signal told(Sight sight, Signal otherwise) {
        return sight.outcome() instanceof Outcome.LocalFault ? Signal.LOCAL_FAULT : otherwise;
    }

    private Finding finding(Signal signal, Sight first) {
        var retryAfter = first.outcome() instanceof Outcome.Answered(var answer) ? answer.retryAfter() : null;
        return new Finding(
                signal,
                first.outcome(),
                controlled,
                inquiry.told(),
                first.dnsDigest(),
                retryAfter,
                first.server(),
                inquiry.steps());
    }
}
