package org.vigie.metrics.publication.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A value that cannot be meant ends the start. */
class PublicationSettingsTests {

    @EnableConfigurationProperties(PublicationSettings.PublicationProperties.class)
    static class Settings {}

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vigie.publications.settling=-1d",
                "vigie.publications.named-from=0",
                "vigie.publications.smallest-count=-1"
            })
    void refusesWhatCannotBeMeant(String setting) {
        service.withPropertyValues(setting)
                .run(started -> assertThat(started).getFailure().hasRootCauseInstanceOf(BindValidationException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vigie.publications.settling=0s", "vigie.publications.smallest-count=0"})
    void takesTheLeast(String setting) {
        service.withPropertyValues(setting).run(started -> assertThat(started).hasNotFailed());
    }
}
