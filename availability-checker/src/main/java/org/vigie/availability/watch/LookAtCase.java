package org.vigie.availability.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final Visit visit;
    private final PlanLooks planLooks;
    private final Agenda agenda;
    private final Brake brake;
    private final Experience experience;
    private final Vantages vantages;
    private final DataVersions data;
    private final Clock clock;

    LookAtCase(
            Watches watches,
            Locations locations,
            Visit visit,
            PlanLooks planLooks,
            Agenda agenda,
            Brake brake,
            Experience experience,
            Vantages vantages,
            DataVersions data,
            Clock clock) {
        this.watches = watches;
        this.locations = locations;
        this.visit = visit;
        this.planLooks = planLooks;
        this.agenda = agenda;
        this.brake = brake;
        this.experience = experience;
        this.vantages = vantages;
        this.data = data;
        this.clock = clock;
    }

    /** Looks now, or plans to look when the host may be bothered again; nothing happens if nobody wants it any more. */
    public void look(UUID caseId) {
        var watch = watches.find(caseId).filter(Watch::isActive).orElse(null);
        if (watch == null) {
            visit.forget(caseId);
            return;
        }
        var subject = locations.open(watch);
        switch (visit.make(watch, subject)) {
            case Visit.Later(var until) -> agenda.plan(caseId, watch.partition(), until);
            case Visit.Made(var finding) -> record(watch, subject, finding);
        }
    }

    /** What was read before the look is what it is noted in, unless the watch was stored meanwhile. */
    private void record(Watch read, Subject subject, Finding finding) {
        var now = clock.instant();
        var caseId = read.caseId();
        var before = read;
        for (int attempt = 1; ; attempt++) {
            try {
                var after = watches.save(after(before, subject, finding, now));
                if (finding.signal() == Signal.LOCAL_FAULT) {
                    agenda.postpone(caseId, now.plus(CheckSchedule.AFTER_LOCAL_FAULT));
                    return;
                }
                planLooks.plan(after);
                agenda.made(after.partition());
                tell(before, after);
                return;
            } catch (StaleWatch e) {
                if (attempt == TRIES) {
                    throw e;
                }
                before = watches.find(caseId).orElseThrow();
            }
        }
    }

    private Watch after(Watch before, Subject subject, Finding finding, Instant now) {
        var assignment = before.assignment();
        var bad = finding.signal().meaning() == Signal.Meaning.DOWN;
        var frozen = brake.isOnAfter(new Brake.Check(
                now,
                before.caseId(),
                assignment == null ? null : assignment.hostProvider(),
                subject.url().hostWithoutDot(),
                bad,
                bad && before.state() instanceof WatchState.Up,
                finding.signal().isAboutTheHost()));
        var look = new Observed(
                now,
                finding.signal(),
                finding.controlled(),
                finding.identities(),
                visit.identitiesNeeded(),
                vantages.needed(),
                frozen,
                finding.baseline());
        var schedule = new CheckSchedule(experience.at(now));
        return before.observed(look, Look.of(finding, now, data), schedule, notBefore(finding.retryAfter(), now));
    }

    private static @Nullable Instant notBefore(@Nullable Duration retryAfter, Instant now) {
        return retryAfter == null ? null : now.plus(retryAfter);
    }

    private static void tell(Watch before, Watch after) {
        var was = before.state().presence();
        var is = after.state().presence();
        if (was != is) {
            LOG.atInfo()
                    .addKeyValue("caseId", after.caseId())
                    .addKeyValue("from", was)
                    .addKeyValue("to", is)
                    .log("availability verdict changed");
        }
    }
}
