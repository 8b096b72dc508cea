package org.vigie.availability.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Goes to a host for one check when it is its turn, and doubts itself before it doubts the host. */
@Component
class CheckTurn {

    /** What came of it. */
    sealed interface Result {}

    /** The check was made. */
    record Made(CheckResult result) implements Result {}

    /** The host is to be left alone until then. */
    record Later(Instant until) implements Result {}

    private final CheckUrl checkUrl;
    private final HostPacing pacing;
    private final HostNews news;
    private final Canaries canaries;
    private final Clock clock;

    CheckTurn(CheckUrl checkUrl, HostPacing pacing, HostNews news, Canaries canaries, Clock clock) {
        this.checkUrl = checkUrl;
        this.pacing = pacing;
        this.news = news;
        this.canaries = canaries;
        this.clock = clock;
    }

    /** Checks, takes over what was just seen of the host, or says when to come again. */
    Result take(Watch watch, Subject subject) {
        var url = subject.url();
        var known = news.of(url, clock.instant());
        if (known != null && !watch.isCheckWanted()) {
            pacing.forget(watch.caseId());
            return new Made(known);
        }
        var host = url.hostWithoutDot();
        return switch (pacing.enter(host, watch.caseId(), watch.isCheckWanted(), clock.instant())) {
            case HostPacing.Wait(var until) -> {
                pacing.askLater(host, watch.caseId(), watch.isCheckWanted(), until);
                yield new Later(until);
            }
            case HostPacing.Enter _ -> new Made(enter(watch, subject, host));
        };
    }

    void forget(UUID caseId) {
        pacing.forget(caseId);
    }

    private CheckResult enter(Watch watch, Subject subject, String host) {
        var began = clock.instant();
        @Nullable CheckResult result = null;
        try {
            result = canaries.doubt(checkUrl.check(subject, watch.prior(began)));
            news.note(subject.url(), result, clock.instant());
            return result;
        } finally {
            var now = clock.instant();
            pacing.leave(host, now, Duration.between(began, now), result);
        }
    }
}
