package org.vigie.notice.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.vigie.notice.delivery.Channel;
import org.vigie.notice.delivery.DeliveryResult.Accepted;
import org.vigie.notice.delivery.OutgoingMessage;
import org.vigie.notice.delivery.SendingRules;

/** The configured channel against a mail server that somebody else wrote. */
class SmtpDeliveryTests {

    private static final String MAIL =
            "From: a@sender.example\r\nTo: abuse@provider.example\r\nSubject: x\r\n\r\none\r\n.two\r\n..three\r\nlast\r\n";

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void arrivesOnceWithItsOneRecipient() {
        email().withPropertyValues("vigie.smtp=127.0.0.1:" + server.getSmtp().getPort())
                .run(context -> {
                    var message = new OutgoingMessage(
                            "notice+t1@sender.example",
                            "abuse@provider.example",
                            "RN-2026-00000042/1",
                            MAIL.getBytes(StandardCharsets.US_ASCII));

                    assertThat(context.getBean(Channel.class).deliver(message, () -> true))
                            .isInstanceOf(Accepted.class);
                    assertArrived();
                });
    }

    private void assertArrived() throws MessagingException {
        var received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getAllRecipients()).hasSize(1);
        assertThat(GreenMailUtil.getBody(received[0])).isEqualToNormalizingNewlines("one\n.two\n..three\nlast");
    }

    @Test
    void waitsAsLongAsTheDefaultsSay() {
        email().run(context -> assertThat(context.getBean(SmtpSettings.class))
                .isEqualTo(new SmtpSettings(
                        "127.0.0.1:25",
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(14),
                        false)));
    }

    @Test
    void readsEveryProperty() {
        email().withPropertyValues(
                        "vigie.smtp=relay.example:587",
                        "vigie.smtp-connect-timeout=1s",
                        "vigie.smtp-read-timeout=2s",
                        "vigie.smtp-write-timeout=3s",
                        "vigie.smtp-conversation-timeout=4s")
                .run(context -> assertThat(context.getBean(SmtpSettings.class))
                        .isEqualTo(new SmtpSettings(
                                "relay.example:587",
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(4),
                                false)));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:25, false",
        "127.9.0.1:2525, false",
        "localhost:25, false",
        "[::1]:25, false",
        "192.0.2.1:25, true",
        "relay.example:25, true",
        "localhost.example:25, true"
    })
    void encryptsUnlessTheRelayIsThisMachine(String written, boolean tls) {
        assertThat(Relay.parse(written).tls()).isEqualTo(tls);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "relay.example",
                "relay.example:0",
                "relay.example:70000",
                "a b:25",
                ":25",
                "relay.example:25\r\n:1"
            })
    void refusesWhatIsNoRelay(String written) {
        email().withPropertyValues("vigie.smtp=" + written)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("VIGIE_SMTP"));
    }

    /** What mail needs of the service around it. */
    private static ApplicationContextRunner email() {
        var day = Duration.ofDays(1);
        return new ApplicationContextRunner()
                .withUserConfiguration(EmailConfiguration.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(SendingRules.class, () -> new SendingRules(List.of(), false, day, day, day, 2));
    }
}
