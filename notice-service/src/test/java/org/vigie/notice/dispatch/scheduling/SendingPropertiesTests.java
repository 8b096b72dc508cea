package org.vigie.notice.dispatch.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SendingPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new SendingProperties(
                        false, Duration.ofHours(24), Duration.ofMinutes(15), Duration.ofDays(5), 2));
    }

    @Test
    void readsEverySetting() {
        assertThat(bound(Map.of(
                        "vigie.sending.dry-run", "true",
                        "vigie.sending.deadline", "1h",
                        "vigie.sending.settle", "2m",
                        "vigie.sending.give-up-after", "3d",
                        "vigie.sending.connections", "4")))
                .isEqualTo(
                        new SendingProperties(true, Duration.ofHours(1), Duration.ofMinutes(2), Duration.ofDays(3), 4));
    }

    @Test
    void refusesNoConnection() {
        assertThatThrownBy(() -> bound(Map.of("vigie.sending.connections", "0")))
                .rootCause()
                .hasMessage("vigie.sending.connections: 0 is below 1");
    }

    @Test
    void saysWhatIsMissingInTheOrderInWhichToSetIt() {
        assertThat(needed(Map.of("vigie.smtp", " ")).missing()).containsExactly("VIGIE_SMTP", "VIGIE_SENDER");
        assertThat(needed(Map.of("vigie.smtp", "localhost:25")).missing()).containsExactly("VIGIE_SENDER");
        assertThat(needed(Map.of("vigie.sender", "Example <a@example.org>")).missing())
                .containsExactly("VIGIE_SMTP");
    }

    private static NeededSettings needed(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("vigie", NeededSettings.class);
    }

    private static SendingProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("vigie.sending", SendingProperties.class);
    }
}
