package org.vigie.notice.message.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.vigie.notice.message.NoticeRenderer;
import org.vigie.notice.message.Sender;
import org.vigie.support.settings.VigieSettings;

class MessageConfigurationTests {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Settings.class, MessageConfiguration.class);

    @Test
    void writesInTheNameOfTheConfiguredSender() {
        runner.withPropertyValues(
                        "vigie.sender=Ligne d'Écoute <notices@sender.example>", "vigie.sender-capacity=trusted_flagger")
                .run(context -> assertThat(context.getBean(Sender.class))
                        .isEqualTo(new Sender(
                                "Ligne d'Écoute", "notices@sender.example", Sender.Capacity.TRUSTED_FLAGGER)));
    }

    @Test
    void startsAnEvaluationWithoutASender() {
        runner.run(context -> assertThat(context).hasSingleBean(NoticeRenderer.class));
    }

    @Test
    void refusesProductionWithoutASender() {
        runner.withPropertyValues("vigie.mode=production")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void refusesASenderThatIsTwo() {
        runner.withPropertyValues("vigie.sender=A <a@sender.example>, B <b@sender.example>")
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(VigieSettings.class)
    static class Settings {}
}
