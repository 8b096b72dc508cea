package org.vigie.notice.escalation.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.vigie.notice.escalation.DomainRules;
import org.vigie.notice.escalation.NoticeRules;
import org.vigie.notice.removal.Steering.Authority;

/** Every setting is read; a value that cannot be meant ends the start. */
class NoticeRulesPropertiesTests {

    @EnableConfigurationProperties(NoticeRulesProperties.class)
    static class Settings {}

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void theDefaultsAreTheDomainsOwnRules() {
        service.run(started -> assertThat(
                        started.getBean(NoticeRulesProperties.class).toRules())
                .isEqualTo(DomainRules.DEFAULTS));
    }

    @Test
    void everySettingIsRead() {
        var settings = new String[] {
            "look-for-notice=1m",
            "look-for-reminder=2m",
            "chain-for-notice=15m",
            "sighting-stands-in=3m",
            "unverified-reminders=4",
            "gather=5m",
            "gather-next=16m",
            "remind-every=6m",
            "remind-slowly-after=7m",
            "remind-slowly-every=8m",
            "rung=9m",
            "rung-cdn=10m",
            "rung-registry=11m",
            "exhausted-after=12m",
            "hold-warning=13m",
            "hold-last-warning=14m",
            "dispute=17m",
            "countries.au=police"
        };
        var expected = new NoticeRules(
                Duration.ofMinutes(1),
                Duration.ofMinutes(2),
                Duration.ofMinutes(15),
                Duration.ofMinutes(3),
                4,
                Duration.ofMinutes(5),
                Duration.ofMinutes(16),
                Duration.ofMinutes(6),
                Duration.ofMinutes(7),
                Duration.ofMinutes(8),
                Duration.ofMinutes(9),
                Duration.ofMinutes(10),
                Duration.ofMinutes(11),
                Duration.ofMinutes(12),
                Duration.ofMinutes(13),
                Duration.ofMinutes(14),
                Duration.ofMinutes(17),
                Map.of("AU", Authority.POLICE));

        service.withPropertyValues(Arrays.stream(settings)
                        .map(setting -> "vigie.notices." + setting)
                        .toArray(String[]::new))
                .run(started -> assertThat(
                                started.getBean(NoticeRulesProperties.class).toRules())
                        .isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vigie.notices.chain-for-notice=-1h",
                "vigie.notices.remind-every=0s",
                "vigie.notices.gather=-1s",
                "vigie.notices.unverified-reminders=-1",
                "vigie.notices.countries.australia=police"
            })
    void refusesWhatCannotBeMeant(String setting) {
        service.withPropertyValues(setting)
                .run(started -> assertThat(started).getFailure().hasRootCauseInstanceOf(BindValidationException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vigie.notices.gather=0s", "vigie.notices.countries.au=police"})
    void takesTheLeast(String setting) {
        service.withPropertyValues(setting).run(started -> assertThat(started).hasNotFailed());
    }
}
