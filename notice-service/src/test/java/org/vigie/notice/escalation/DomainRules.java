package org.vigie.notice.escalation;

import java.time.Duration;
import java.util.Map;

/** What the domain says of times, as the settings have it by default. */
public final class DomainRules {

    private DomainRules() {}

    /** The values of the domain's own rules. */
    public static final NoticeRules DEFAULTS = new NoticeRules(
            Duration.ofMinutes(15),
            Duration.ofHours(24),
            Duration.ofHours(24),
            Duration.ofHours(72),
            3,
            Duration.ofSeconds(2),
            Duration.ofMinutes(5),
            Duration.ofDays(1),
            Duration.ofDays(14),
            Duration.ofDays(7),
            Duration.ofHours(72),
            Duration.ofHours(48),
            Duration.ofDays(7),
            Duration.ofDays(14),
            Duration.ofHours(72),
            Duration.ofHours(24),
            Duration.ofHours(24),
            Map.of());
}
