package org.vigie.notice.escalation;

import java.time.Duration;
import java.util.Map;
import org.vigie.notice.removal.Steering.Authority;

/** What the domain says of times, as the settings have it by default. */
public class DomainRules implements NoticeRules {

    public static final NoticeRules DEFAULTS = new DomainRules();

    @Override
    public Duration lookForNotice() {
        return Duration.ofMinutes(15);
    }

    @Override
    public Duration lookForReminder() {
        return Duration.ofHours(24);
    }

    @Override
    public Duration chainForNotice() {
        return Duration.ofHours(24);
    }

    @Override
    public Duration sightingStandsIn() {
        return Duration.ofDays(3);
    }

    @Override
    public int unverifiedReminders() {
        return 3;
    }

    @Override
    public Duration gather() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration gatherNext() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Duration remindEvery() {
        return Duration.ofDays(1);
    }

    @Override
    public Duration remindSlowlyAfter() {
        return Duration.ofDays(14);
    }

    @Override
    public Duration remindSlowlyEvery() {
        return Duration.ofDays(7);
    }

    @Override
    public Duration rung() {
        return Duration.ofDays(3);
    }

    @Override
    public Duration rungCdn() {
        return Duration.ofDays(2);
    }

    @Override
    public Duration rungRegistry() {
        return Duration.ofDays(7);
    }

    @Override
    public Duration exhaustedAfter() {
        return Duration.ofDays(14);
    }

    @Override
    public Duration holdWarning() {
        return Duration.ofDays(3);
    }

    @Override
    public Duration holdLastWarning() {
        return Duration.ofHours(24);
    }

    @Override
    public Duration dispute() {
        return Duration.ofHours(24);
    }

    @Override
    public Map<String, Authority> countries() {
        return Map.of();
    }
}
