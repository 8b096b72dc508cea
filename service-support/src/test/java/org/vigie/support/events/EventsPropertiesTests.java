package org.vigie.support.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EventsPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new EventsProperties(12, (short) -1, Duration.ofMillis(500), Duration.ofSeconds(30), 3));
    }

    @Test
    void readsEverySetting() {
        assertThat(bound(Map.of(
                        "vigie.events.partitions", "1",
                        "vigie.events.replicas", "3",
                        "vigie.events.first-retry-after", "1s",
                        "vigie.events.longest-pause", "2s",
                        "vigie.events.tries", "4")))
                .isEqualTo(new EventsProperties(1, (short) 3, Duration.ofSeconds(1), Duration.ofSeconds(2), 4));
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThatThrownBy(() -> bound(Map.of("vigie.events.partitions", "0")))
                .rootCause()
                .hasMessage("vigie.events.partitions: 0 is below 1");
        assertThatThrownBy(() -> bound(Map.of("vigie.events.first-retry-after", "0s")))
                .rootCause()
                .hasMessage("vigie.events.first-retry-after: PT0S is not above 0");
        assertThatThrownBy(() -> bound(Map.of("vigie.events.longest-pause", "-1s")))
                .rootCause()
                .hasMessage("vigie.events.first-retry-after PT0.5S exceeds longest-pause PT-1S");
        assertThatThrownBy(() -> bound(Map.of("vigie.events.tries", "0")))
                .rootCause()
                .hasMessage("vigie.events.tries: 0 is below 1");
    }

    private static EventsProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("vigie.events", EventsProperties.class);
    }
}
