package org.vigie.notice.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RelayLimitsTests {

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of())).isEqualTo(new RelayLimits(30, 1500));
    }

    @Test
    void readsEverySetting() {
        assertThat(bound(Map.of("vigie.sending.recipient-burst", "1", "vigie.sending.recipient-rate", "2")))
                .isEqualTo(new RelayLimits(1, 2));
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThatThrownBy(() -> bound(Map.of("vigie.sending.recipient-burst", "0")))
                .rootCause()
                .hasMessage("vigie.sending.recipient-burst: 0 is below 1");
        assertThatThrownBy(() -> bound(Map.of("vigie.sending.recipient-rate", "-1")))
                .rootCause()
                .hasMessage("vigie.sending.recipient-rate: -1 is below 1");
    }

    private static RelayLimits bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("vigie.sending", RelayLimits.class);
    }
}
