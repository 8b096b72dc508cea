package org.vigie.availability.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Outcome.Reason;
import org.vigie.availability.probe.Parking;
import org.vigie.availability.probe.Probe;
import org.vigie.availability.probe.ProbeResult;
import org.vigie.events.Locator;

/**
 * One check: the first question, and by what was answered the row of the decision table in docs/availability.md that
 * goes on from there. {@link ShownRules} has the rows of what is shown, {@link NotFoundRules} those of 404 and 410,
 * {@link RefusedRules} those of refusals; everything else is {@link SignalTable}'s.
 */
final class Assessment {

    private final ProbeSession session;
    private final ActionUrls actionUrls;
    private final Subject subject;
    private final Prior prior;
    private final ShownRules shown;
    private final NotFoundRules notFound;
    private final RefusedRules refused;

    Assessment(
            Probe probe,
            Parking parking,
            List<Identity> identities,
            ActionUrls actionUrls,
            Subject subject,
            Prior prior) {
        this.session = new ProbeSession(probe, identities, subject, prior);
        this.actionUrls = actionUrls;
        this.subject = subject;
        this.prior = prior;
        this.shown = new ShownRules(session, parking, prior, this);
        this.notFound = new NotFoundRules(session, prior);
        this.refused = new RefusedRules(session, prior, shown);
    }

    CheckResult result() {
        var refusal = refusal();
        if (refusal != null) {
            return result(
                    Conclusion.of(refusal == Reason.ACTION_URL ? Signal.ACTION_URL : Signal.PROBE_RULE),
                    ProbeResult.notAsked(refusal));
        }
        var identity = session.first();
        var first = session.target(identity);
        var conclusion = judge(identity, first);
        return result(subject.url().leadsByFragment() ? ofThePageOnly(conclusion, first.outcome()) : conclusion, first);
    }

    private CheckResult result(Conclusion conclusion, ProbeResult first) {
        return new CheckResult(
                prior.now(),
                conclusion.signal(),
                conclusion.controlled(),
                conclusion.baseline(),
                first,
                session.told(),
                session.steps());
    }

    /**
     * What was asked for is a page whose program loads the content: what it shows says nothing of that. Nor does a 404
     * until the page was seen: some programs are sent with one.
     */
    private Conclusion ofThePageOnly(Conclusion conclusion, Outcome first) {
        if (prior.baseline() == null && isNotFound(first)) {
            return Conclusion.of(Signal.FRAGMENT);
        }
        return switch (conclusion.signal()) {
            case REACHABLE, MOVED, CLOAKED, SOFT_GONE, EMPTY, REPLACED, CHANGED, TURNED_ALIKE, UNVERIFIABLE ->
                new Conclusion(Signal.FRAGMENT, false, conclusion.baseline());
            case GONE_410,
                    GONE_404,
                    GONE_UNCONTROLLED,
                    PARKED,
                    SHUT,
                    NAME_GONE,
                    NO_ADDRESS,
                    DNS_BROKEN,
                    UNROUTABLE,
                    INFRA_DOWN,
                    BLOCKED,
                    THROTTLED,
                    BOT_CHECK,
                    REGION_BLOCK,
                    HOTLINK_BLOCK,
                    GATED,
                    AGE_CHECK,
                    COOKIE_CHECK,
                    LINK_EXPIRED,
                    LEGAL_BLOCK,
                    PROBE_REJECTED,
                    ACTION_URL,
                    PROBE_RULE,
                    FRAGMENT,
                    LOCAL_FAULT -> conclusion;
        };
    }

    private static boolean isNotFound(Outcome outcome) {
        return outcome instanceof Outcome.Answered(var answer) && answer.isNotFound();
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
        deed.ifPresent(session::notAsked);
        return deed.isPresent() ? Reason.ACTION_URL : null;
    }

    /** The conclusion from what one identity was answered. */
    Conclusion judge(Identity identity, ProbeResult result) {
        var signal = SignalTable.of(result.outcome());
        if (!(result.outcome() instanceof Outcome.Answered(var answer))) {
            return Conclusion.of(signal);
        }
        return switch (signal) {
            case REACHABLE, MOVED -> shown.conclusion(identity, signal, answer);
            case UNVERIFIABLE -> shown.conclusion(identity, Signal.REACHABLE, answer);
            case GONE_404, GONE_410 -> notFound.conclusion(identity, signal, answer, result.addresses());
            case BLOCKED, THROTTLED, BOT_CHECK, GATED, LEGAL_BLOCK, PROBE_REJECTED ->
                refused.conclusion(identity, signal, answer);
            case CLOAKED,
                    GONE_UNCONTROLLED,
                    SOFT_GONE,
                    EMPTY,
                    REPLACED,
                    PARKED,
                    SHUT,
                    NAME_GONE,
                    NO_ADDRESS,
                    DNS_BROKEN,
                    UNROUTABLE,
                    INFRA_DOWN,
                    REGION_BLOCK,
                    HOTLINK_BLOCK,
                    AGE_CHECK,
                    COOKIE_CHECK,
                    TURNED_ALIKE,
                    CHANGED,
                    LINK_EXPIRED,
                    ACTION_URL,
                    PROBE_RULE,
                    FRAGMENT,
                    LOCAL_FAULT -> Conclusion.of(signal);
        };
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
