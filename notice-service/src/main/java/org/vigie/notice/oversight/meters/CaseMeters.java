package org.vigie.notice.oversight.meters;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vigie.notice.escalation.NextStep;
import org.vigie.notice.escalation.NoticeRules;
import org.vigie.notice.oversight.ListCases;
import org.vigie.notice.oversight.ListCases.Stuck;
import org.vigie.notice.removal.CaseStatus;
import org.vigie.notice.removal.Cases;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.meters.Readings;

/** Cases by state, and those that should have been looked at again and were not. */
@Component
class CaseMeters implements MeterSource {

    private static final Logger LOG = LoggerFactory.getLogger(CaseMeters.class);

    private static final int MOST = 10_000;
    private static final int MOST_NAMED = 100;

    private final Cases cases;
    private final ListCases listCases;
    private final NextStep nextStep;
    private final NoticeRules rules;
    private final Clock clock;
    private Set<UUID> named = Set.of();

    CaseMeters(Cases cases, ListCases listCases, NextStep nextStep, NoticeRules rules, Clock clock) {
        this.cases = cases;
        this.listCases = listCases;
        this.nextStep = nextStep;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public void measure(Readings into) {
        var counts = cases.counts();
        for (var state : CaseStatus.values()) {
            into.gauge("vigie_cases", "Cases.", counts.getOrDefault(state, 0L), "state", state.name());
        }
        var now = clock.instant();
        into.gauge(
                "vigie_cases_unreminded",
                "Notified cases that are open and whose addressee was not written to for twice the reminder interval.",
                cases.notRemindedSince(now.minus(rules.remindEvery().multipliedBy(2)), MOST).stream()
                        .filter(known -> nextStep.lacksAReminder(known, now))
                        .count());
        var stuck = listCases.stuck(MOST);
        into.gauge(
                "vigie_cases_stuck",
                "Cases whose next step has been due for more than 15 minutes by the one clock, or whose notice cannot be written.",
                stuck.size());
        name(stuck);
    }

    /** Each once, when it is first found stuck: operators look for the case that the alert is about. */
    private synchronized void name(Map<UUID, Stuck> stuck) {
        stuck.entrySet().stream()
                .filter(one -> !named.contains(one.getKey()))
                .limit(MOST_NAMED)
                .forEach(one -> LOG.atWarn()
                        .addKeyValue("caseId", one.getKey())
                        .addKeyValue("why", one.getValue())
                        .log("case is stuck"));
        named = Set.copyOf(stuck.keySet());
    }
}
