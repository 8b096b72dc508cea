package org.vigie.availability.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.ProbeResult;

/** Checks that nobody made, with what they are said to show. */
final class Checks {

    /** Two identities, one vantage, no guard. */
    static final Confirmation NEEDED = new Confirmation(2, 1, false);

    static final DataVersions DATA = new DataVersions("lists 1");

    private static final CheckSchedule UNLEARNED = new CheckSchedule(Hazards.NONE);
    private static final Set<String> BOTH = Set.of("first", "second");

    private Checks() {}

    /** Controlled and seen of both identities. */
    static CheckResult result(Signal signal, Instant at) {
        return result(signal, at, BOTH);
    }

    static CheckResult result(Signal signal, Instant at, Set<String> identities) {
        return new CheckResult(at, signal, true, null, of(new Outcome.NoAddress(), null), identities, List.of());
    }

    static CheckResult result(Signal signal, Instant at, @Nullable Baseline baseline) {
        return new CheckResult(at, signal, true, baseline, of(new Outcome.NoAddress(), null), BOTH, List.of());
    }

    static CheckResult result(Signal signal, Instant at, Outcome outcome, @Nullable String dns) {
        return new CheckResult(at, signal, true, null, of(outcome, dns), BOTH, List.of());
    }

    static CheckResult uncontrolled(Signal signal, Instant at) {
        return new CheckResult(at, signal, false, null, of(new Outcome.NoAddress(), null), BOTH, List.of());
    }

    /** The watch after a check that shows this. */
    static Watch after(Watch watch, Signal signal, Instant at) {
        return watch.checked(result(signal, at), NEEDED, DATA, UNLEARNED);
    }

    private static ProbeResult of(Outcome outcome, @Nullable String dns) {
        return new ProbeResult(outcome, dns, 1, null, Duration.ZERO, List.of());
    }
}
