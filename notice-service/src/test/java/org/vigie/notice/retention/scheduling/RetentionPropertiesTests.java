package org.vigie.notice.retention.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.vigie.notice.retention.RetentionRules;

/** No case is erased while its content is watched for its return, and no mail while people read it. */
class RetentionPropertiesTests {

    @EnableConfigurationProperties(RetentionProperties.class)
    static class Settings {}

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void aCaseIsKeptLongerThanItsContentIsWatched() {
        service.run(started ->
                assertThat(started.getBean(RetentionRules.class).cases()).isEqualTo(Duration.ofDays(760)));
    }

    @Test
    void mailIsKeptWhilePeopleReadIt() {
        service.run(started ->
                assertThat(started.getBean(RetentionRules.class).mail()).isEqualTo(Duration.ofDays(90)));
        service.withPropertyValues("vigie.retention.mail=29d")
                .run(started -> assertThat(started).getFailure().hasRootCauseInstanceOf(BindValidationException.class));
    }

    @Test
    void lessThanTheWatchIsRefused() {
        service.withPropertyValues("vigie.retention.cases=729d")
                .run(started -> assertThat(started).getFailure().hasRootCauseInstanceOf(BindValidationException.class));
        service.withPropertyValues("vigie.retention.cases=730d")
                .run(started -> assertThat(started).hasNotFailed());
    }
}
