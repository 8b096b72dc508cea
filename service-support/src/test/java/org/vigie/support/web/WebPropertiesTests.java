package org.vigie.support.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class WebPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of())).isEqualTo(new WebProperties(DataSize.ofKilobytes(64), Duration.ofSeconds(20), 600));
    }

    @Test
    void readsEverySetting() {
        assertThat(bound(Map.of(
                        "vigie.web.body-limit", "1MB",
                        "vigie.web.body-time", "5s",
                        "vigie.web.partner-requests-per-minute", "7")))
                .isEqualTo(new WebProperties(DataSize.ofMegabytes(1), Duration.ofSeconds(5), 7));
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThatThrownBy(() -> bound(Map.of("vigie.web.body-limit", "0")))
                .rootCause()
                .hasMessage("vigie.web.body-limit: 0B is not above 0");
        assertThatThrownBy(() -> bound(Map.of("vigie.web.body-time", "0s")))
                .rootCause()
                .hasMessage("vigie.web.body-time: PT0S is not above 0");
    }

    private static WebProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("vigie.web", WebProperties.class);
    }
}
