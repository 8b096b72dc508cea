package org.vigie.availability.watch.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A value that cannot be meant ends the start. */
class SchedulingPropertiesTests {

    @EnableConfigurationProperties(SchedulingProperties.class)
    static class Settings {}

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vigie.checker.looks-per-second=0",
                "vigie.checker.concurrency=0",
                "vigie.checker.watermark-every=0s"
            })
    void refusesWhatCannotBeMeant(String setting) {
        service.withPropertyValues(setting)
                .run(started -> assertThat(started).getFailure().hasRootCauseInstanceOf(BindValidationException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vigie.checker.looks-per-second=1"})
    void takesTheLeast(String setting) {
        service.withPropertyValues(setting).run(started -> assertThat(started).hasNotFailed());
    }
}
