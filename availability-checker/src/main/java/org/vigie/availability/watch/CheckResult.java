package org.vigie.availability.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.ProbeResult;

/**
 * What a check showed, and how.
 *
 * @param at when it was made
 * @param controlled whether a control showed that the answer is about the URL
 * @param baseline how things are, if the content was found and a control told, now or of the very same before; absent
 *     otherwise
 * @param first what came of the first question, for evidence
 * @param identities names of the identities that were answered so
 * @param steps codes of the requests made, in order
 */
public record CheckResult(
        Instant at,
        Signal signal,
        boolean controlled,
        @Nullable Baseline baseline,
        ProbeResult first,
        Set<String> identities,
        List<String> steps) {

    public CheckResult {
        identities = Set.copyOf(identities);
        steps = List.copyOf(steps);
    }

    /** Says nothing of the address. */
    @Override
    public String toString() {
        return "CheckResult[%s, %s]".formatted(signal, outcome().code());
    }

    /** What came of the first question. */
    public Outcome outcome() {
        return first.outcome();
    }

    /** What the server asked for, absent if it asked for nothing. */
    @Nullable
    Duration retryAfter() {
        return outcome() instanceof Outcome.Answered(var answer) ? answer.retryAfter() : null;
    }

    /** When the server wants to be asked again, absent if it does not say. */
    @Nullable
    Instant notBefore() {
        var pause = retryAfter();
        return pause == null ? null : at.plus(pause);
    }

    /** The same at another instant: what holds for a whole host is taken over by its other URLs. */
    CheckResult madeAt(Instant instant) {
        return new CheckResult(instant, signal, controlled, baseline, first, identities, steps);
    }

    /** The same, laid at our own door. */
    CheckResult asLocalFault() {
        return new CheckResult(at, Signal.LOCAL_FAULT, false, null, first, identities, steps);
    }

    /** The status of the answer, absent if there was none. */
    public @Nullable Integer status() {
        return outcome() instanceof Outcome.Answered(var answer) ? Integer.valueOf(answer.status()) : null;
    }
}
