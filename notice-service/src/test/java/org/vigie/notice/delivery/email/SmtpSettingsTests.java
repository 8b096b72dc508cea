package org.vigie.notice.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SmtpSettingsTests {

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new SmtpSettings(
                        "127.0.0.1:25",
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(14),
                        false));
    }

    @Test
    void readsEverySetting() {
        assertThat(bound(Map.of(
                        "vigie.smtp", "relay.example:587",
                        "vigie.smtp-connect-timeout", "1s",
                        "vigie.smtp-read-timeout", "2s",
                        "vigie.smtp-write-timeout", "3s",
                        "vigie.smtp-conversation-timeout", "4s",
                        "vigie.smtp-proof-of-delivery", "true")))
                .isEqualTo(new SmtpSettings(
                        "relay.example:587",
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        true));
    }

    @ParameterizedTest
    @CsvSource({
        "smtp-connect-timeout, 0s, PT0S",
        "smtp-read-timeout, -1s, PT-1S",
        "smtp-write-timeout, 0ms, PT0S",
        "smtp-conversation-timeout, 25d, PT600H"
    })
    void refusesWhatASocketCannotWait(String name, String value, String read) {
        assertThatThrownBy(() -> bound(Map.of("vigie." + name, value)))
                .rootCause()
                .hasMessage("vigie.%s: %s is not between 1 ms and 24 days".formatted(name, read));
    }

    private static SmtpSettings bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("vigie", SmtpSettings.class);
    }
}
