package org.vigie.availability.watch;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Outcome.NotAsked;
import org.vigie.availability.probe.Outcome.Reason;
import org.vigie.availability.probe.Parking;
import org.vigie.availability.probe.Probe;
import org.vigie.availability.probe.Sight;
import org.vigie.events.Locator;

/**
 * One look: the first question, and by what was answered the row of the decision table in docs/availability.md that
 * goes on from there. {@link Shown} has the rows of what is shown, {@link NotFound} those of 404 and 410,
 * {@link Refused} those of refusals; everything else is {@link Reading}'s.
 */
final class Examination {

    private final Inquiry inquiry;
    private final ActionUrls actionUrls;
    private final Subject subject;
    private final Prior prior;
    private final Shown shown;
    private final NotFound notFound;
    private final Refused refused;

    Examination(
            Probe probe,
            Parking parking,
            List<Identity> identities,
            ActionUrls actionUrls,
            Subject subject,
            Prior prior) {
        this.inquiry = new Inquiry(probe, identities, subject, prior);
        this.actionUrls = actionUrls;
        this.subject = subject;
        this.prior = prior;
        this.shown = new Shown(inquiry, parking, prior, this);
        this.notFound = new NotFound(inquiry, prior);
        this.refused = new Refused(inquiry, prior, shown);
    }

    Finding finding() {
        var refusal = refusal();
        if (refusal != null) {
            var unasked = new Sight(new NotAsked(refusal), null, 0, null, Duration.ZERO, List.of());
            return finding(Verdict.of(refusal == Reason.ACTION_URL ? Signal.ACTION_URL : Signal.PROBE_RULE), unasked);
        }
        var first = inquiry.first();
        var sight = inquiry.target(first);
        var verdict = judge(first, sight);
        return finding(subject.url().leadsByFragment() ? ofThePageOnly(verdict, sight.outcome()) : verdict, sight);
    }

    /**
     * What was asked for is a page whose program loads the content: how it looks says nothing of that. Nor does a 404
     * until the page was seen: some programs are sent with one.
     */
    private Verdict ofThePageOnly(Verdict verdict, Outcome first) {
        if (prior.baseline() == null && isNotFound(first)) {
            return Verdict.of(Signal.FRAGMENT);
        }
        return switch (verdict.signal()) {
            case REACHABLE, MOVED, CLOAKED, SOFT_GONE, EMPTY, REPLACED, CHANGED, TURNED_ALIKE, UNVERIFIABLE ->
                new Verdict(Signal.FRAGMENT, false, verdict.baseline());
            default -> verdict;
        };
    }

    private static boolean isNotFound(Outcome outcome) {
        return outcome instanceof Outcome.Answered(var answer) && (answer.status() == 404 || answer.status() == 410);
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

    /** What this answer to somebody leads to. */
    Verdict judge(Identity identity, Sight sight) {
        return switch (Reading.of(sight.outcome())) {
            case Reading.PerhapsReplaced(var answer) -> shown.verdict(identity, Signal.REACHABLE, answer);
            case Reading.Says(var signal) -> judge(identity, signal, sight);
        };
    }

    private Verdict judge(Identity identity, Signal signal, Sight sight) {
        if (!(sight.outcome() instanceof Outcome.Answered(var answer))) {
            return Verdict.of(signal);
        }
        return switch (signal) {
            case REACHABLE, MOVED -> shown.verdict(identity, signal, answer);
            case GONE_404, GONE_410 -> notFound.verdict(identity, signal, answer, sight.addresses());
            case BLOCKED, THROTTLED, BOT_CHECK, GATED, LEGAL_BLOCK, PROBE_REJECTED ->
                refused.verdict(identity, signal, answer);
            default -> Verdict.of(signal);
        };
    }

    private Finding finding(Verdict verdict, Sight first) {
        var retryAfter = first.outcome() instanceof Outcome.Answered(var answer) ? answer.retryAfter() : null;
        return new Finding(
                verdict.signal(),
                first.outcome(),
                verdict.controlled(),
                inquiry.told(),
                first.dnsDigest(),
                retryAfter,
                first.server(),
                inquiry.steps(),
                verdict.baseline());
    }

    /** Whether an outcome is an answer that shows something. */
    static @Nullable Answer fine(Outcome outcome) {
        return outcome instanceof Outcome.Answered(var answer) && answer.isFine() ? answer : null;
    }

    /** Whether the server was well enough for its answer to say something of the URL. */
    static @Nullable Answer telling(Outcome outcome) {
        return outcome instanceof Outcome.Answered(var answer) && answer.status() < 500 && answer.status() != 429
                ? answer
                : null;
    }
}
