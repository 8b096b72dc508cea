package org.vigie.notice.escalation.scheduling;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.vigie.notice.escalation.NoticeRules;
import org.vigie.notice.removal.Steering.Authority;

/** When somebody is written to, and when again; what each means is told at {@link NoticeRules}. */
@ConfigurationProperties("vigie.notices")
record NoticeRulesProperties(
        @DefaultValue("15m") Duration lookForNotice,
        @DefaultValue("24h") Duration lookForReminder,
        @DefaultValue("24h") Duration chainForNotice,
        @DefaultValue("72h") Duration sightingStandsIn,
        @DefaultValue("3") int unverifiedReminders,
        @DefaultValue("2s") Duration gather,
        @DefaultValue("5m") Duration gatherNext,
        @DefaultValue("1d") Duration remindEvery,
        @DefaultValue("14d") Duration remindSlowlyAfter,
        @DefaultValue("7d") Duration remindSlowlyEvery,
        @DefaultValue("72h") Duration rung,
        @DefaultValue("48h") Duration rungCdn,
        @DefaultValue("7d") Duration rungRegistry,
        @DefaultValue("14d") Duration exhaustedAfter,
        @DefaultValue("72h") Duration holdWarning,
        @DefaultValue("24h") Duration holdLastWarning,
        @DefaultValue Map<String, Authority> countries) {

    NoticeRules toRules() {
        return new NoticeRules(
                lookForNotice,
                lookForReminder,
                chainForNotice,
                sightingStandsIn,
                unverifiedReminders,
                gather,
                gatherNext,
                remindEvery,
                remindSlowlyAfter,
                remindSlowlyEvery,
                rung,
                rungCdn,
                rungRegistry,
                exhaustedAfter,
                holdWarning,
                holdLastWarning,
                upperCase(countries));
    }

    /** Variables of the environment come in lower case. */
    private static Map<String, Authority> upperCase(Map<String, Authority> countries) {
        return countries.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toUpperCase(Locale.ROOT), Map.Entry::getValue));
    }
}
