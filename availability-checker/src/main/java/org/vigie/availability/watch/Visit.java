package org.vigie.availability.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Goes to a host for one look, with manners, and doubts itself before it doubts the host. */
@Component
class Visit {

    /** What came of it. */
    sealed interface Result {}

    /** The look was made. */
    record Made(Finding finding) implements Result {}

    /** The host is to be left alone until then. */
    record Later(Instant until) implements Result {}

    private final Examine examine;
    private final Manners manners;
    private final HostNews news;
    private final Canaries canaries;
    private final Clock clock;

    Visit(Examine examine, Manners manners, HostNews news, Canaries canaries, Clock clock) {
        this.examine = examine;
        this.manners = manners;
        this.news = news;
        this.canaries = canaries;
        this.clock = clock;
    }

    /** Looks, takes over what was just seen of the host, or says when to come again. */
    Result make(Watch watch, Subject subject) {
        var url = subject.url();
        var known = news.of(url, clock.instant());
        if (known != null && !watch.isLookWanted()) {
            manners.forget(watch.caseId());
            return new Made(known);
        }
        var host = url.hostWithoutDot();
        return switch (manners.enter(host, watch.caseId(), watch.isLookWanted(), clock.instant())) {
            case Manners.Wait(var until) -> {
                manners.askLater(host, watch.caseId(), watch.isLookWanted(), until);
                yield new Later(until);
            }
            case Manners.Enter _ -> new Made(enter(watch, subject, host));
        };
    }

    void forget(UUID caseId) {
        manners.forget(caseId);
    }

    int identitiesNeeded() {
        return examine.identitiesNeeded();
    }

    private Finding enter(Watch watch, Subject subject, String host) {
        var began = clock.instant();
        @Nullable Finding finding = null;
        try {
            finding = canaries.doubt(examine.examine(subject, watch.prior(began)));
            news.note(subject.url(), finding, clock.instant());
            return finding;
        } finally {
            var now = clock.instant();
            manners.leave(host, now, Duration.between(began, now), finding);
        }
    }
}
