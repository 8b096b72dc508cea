package org.vigie.notice.escalation.scheduling;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.vigie.notice.escalation.NoticeRules;
import org.vigie.notice.removal.Steering.Authority;

/** The rules as they are set. */
@Validated
@ConfigurationProperties("vigie.notices")
record NoticeRulesProperties(
        @DurationMin(millis = 1) @DefaultValue("15m") Duration lookForNotice,
        @DurationMin(millis = 1) @DefaultValue("24h") Duration lookForReminder,
        @DurationMin(millis = 1) @DefaultValue("24h") Duration chainForNotice,
        @DurationMin(millis = 1) @DefaultValue("72h") Duration sightingStandsIn,
        @Min(0) @DefaultValue("3") int unverifiedReminders,
        @DurationMin @DefaultValue("2s") Duration gather,
        @DurationMin @DefaultValue("5m") Duration gatherNext,
        @DurationMin(millis = 1) @DefaultValue("1d") Duration remindEvery,
        @DurationMin(millis = 1) @DefaultValue("14d") Duration remindSlowlyAfter,
        @DurationMin(millis = 1) @DefaultValue("7d") Duration remindSlowlyEvery,
        @DurationMin(millis = 1) @DefaultValue("72h") Duration rung,
        @DurationMin(millis = 1) @DefaultValue("48h") Duration rungCdn,
        @DurationMin(millis = 1) @DefaultValue("7d") Duration rungRegistry,
        @DurationMin(millis = 1) @DefaultValue("14d") Duration exhaustedAfter,
        @DurationMin(millis = 1) @DefaultValue("72h") Duration holdWarning,
        @DurationMin(millis = 1) @DefaultValue("24h") Duration holdLastWarning,
        @DurationMin(millis = 1) @DefaultValue("24h") Duration dispute,
        @DefaultValue Map<@Pattern(regexp = "[A-Za-z]{2}") String, Authority> countries)
        implements NoticeRules {

    /** Variables of the environment come in lower case. */
    NoticeRulesProperties {
        countries = countries.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().toUpperCase(Locale.ROOT), Map.Entry::getValue));
    }
}
