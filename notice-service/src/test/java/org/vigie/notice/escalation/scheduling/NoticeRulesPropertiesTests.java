package org.vigie.notice.escalation.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.vigie.notice.escalation.DomainRules;

/** A value that cannot be meant ends the start. */
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
