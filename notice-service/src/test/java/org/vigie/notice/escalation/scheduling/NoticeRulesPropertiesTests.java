package org.vigie.notice.escalation.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.vigie.notice.escalation.NoticeRules;
import org.vigie.notice.removal.Steering.Authority;

class NoticeRulesPropertiesTests {

    @Test
    void theDefaultsAreTheDomainsOwnRules() {
        assertThat(bound(Map.of()).toRules()).isEqualTo(NoticeRules.DEFAULTS);
    }

    @Test
    void everySettingIsRead() {
        var rules = bound(Map.ofEntries(
                        Map.entry("vigie.notices.look-for-notice", "1m"),
                        Map.entry("vigie.notices.look-for-reminder", "2m"),
                        Map.entry("vigie.notices.chain-for-notice", "15m"),
                        Map.entry("vigie.notices.sighting-stands-in", "3m"),
                        Map.entry("vigie.notices.unverified-reminders", "4"),
                        Map.entry("vigie.notices.gather", "5m"),
                        Map.entry("vigie.notices.gather-next", "16m"),
                        Map.entry("vigie.notices.remind-every", "6m"),
                        Map.entry("vigie.notices.remind-slowly-after", "7m"),
                        Map.entry("vigie.notices.remind-slowly-every", "8m"),
                        Map.entry("vigie.notices.rung", "9m"),
                        Map.entry("vigie.notices.rung-cdn", "10m"),
                        Map.entry("vigie.notices.rung-registry", "11m"),
                        Map.entry("vigie.notices.exhausted-after", "12m"),
                        Map.entry("vigie.notices.hold-warning", "13m"),
                        Map.entry("vigie.notices.hold-last-warning", "14m"),
                        Map.entry("vigie.notices.countries.au", "police")))
                .toRules();

        assertThat(rules)
                .isEqualTo(new NoticeRules(
                        minutes(1),
                        minutes(2),
                        minutes(15),
                        minutes(3),
                        4,
                        minutes(5),
                        minutes(16),
                        minutes(6),
                        minutes(7),
                        minutes(8),
                        minutes(9),
                        minutes(10),
                        minutes(11),
                        minutes(12),
                        minutes(13),
                        minutes(14),
                        Map.of("AU", Authority.POLICE)));
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static NoticeRulesProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("vigie.notices", NoticeRulesProperties.class);
    }
}
