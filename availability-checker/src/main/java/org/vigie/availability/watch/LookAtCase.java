package org.vigie.availability.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Makes a look that fell due and records what it says. */
@Service
public class LookAtCase {

    private static final Logger LOG = LoggerFactory.getLogger(LookAtCase.class);
    private static final int TRIES = 5;

    private final Watches watches;
    private final Locations locations;
    private final Examine examine;
    private final Agenda agenda;
    private final Manners manners;
    private final Clock clock;
    private final CheckSchedule schedule = new CheckSchedule();

    LookAtCase(Watches watches, Locations locations, Examine examine, Agenda agenda, Manners manners, Clock clock) {
        this.watches = watches;
        this.locations = locations;
        this.examine = examine;
        this.agenda = agenda;
        this.manners = manners;
        this.clock = clock;
    }

    /** Looks now, or plans to look when the host may be bothered again; nothing happens if nobody wants it any more. */
    public void look(UUID caseId) {
        var watch = watches.find(caseId).filter(Watch::isActive).orElse(null);
        if (watch == null) {
            return;
        }
        var subject = locations.open(watch);
        var host = subject.url().hostWithoutDot();
        switch (manners.enter(host, clock.instant())) {
            case Manners.Wait(var until) -> agenda.plan(caseId, watch.partition(), until);
            case Manners.Enter _ -> record(caseId, visit(watch, subject, host));
        }
    }

    private Finding visit(Watch watch, Subject subject, String host) {
        var began = clock.instant();
        Finding finding = null;
        try {
            finding = examine.examine(subject, watch.prior());
            return finding;
        } finally {
            var now = clock.instant();
            manners.leave(
                    host,
                    now,
                    Duration.between(began, now),
                    finding == null ? null : finding.signal(),
                    finding == null ? null : finding.retryAfter());
        }
    }

    private void record(UUID caseId, Finding finding) {
        var now = clock.instant();
        for (int attempt = 1; ; attempt++) {
            var before = watches.find(caseId).orElseThrow();
            try {
                var after = watches.save(after(before, finding, now));
                plan(after);
                tell(before, after);
                return;
            } catch (StaleWatch e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private Watch after(Watch before, Finding finding, Instant now) {
        var look = new Observed(
                now, finding.signal(), finding.controlled(), finding.identities(), examine.identitiesNeeded(), false);
        var retryAfter = finding.retryAfter();
        var notBefore = retryAfter == null ? null : now.plus(retryAfter);
        return before.observed(look, Look.of(finding, now), schedule, notBefore);
    }

    private void plan(Watch watch) {
        var due = watch.due();
        if (due == null || !watch.isActive()) {
            agenda.drop(watch.caseId(), watch.partition());
        } else {
            agenda.plan(watch.caseId(), watch.partition(), due);
        }
        agenda.made(watch.partition());
    }

    private static void tell(Watch before, Watch after) {
        var was = before.state().presence();
        var is = after.state().presence();
        if (was != is) {
            LOG.atInfo()
                    .addKeyValue("caseId", after.caseId())
                    .addKeyValue("was", was)
                    .addKeyValue("is", is)
                    .log("presence changed");
        }
    }
}
