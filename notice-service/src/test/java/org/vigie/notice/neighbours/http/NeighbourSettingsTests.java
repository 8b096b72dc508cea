package org.vigie.notice.neighbours.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.notice.neighbours.Neighbour;

/** Where the others are. */
class NeighbourSettingsTests {

    @Test
    void anOriginOrNothing() {
        var settings = new NeighbourSettings("http://provider-registry:8082", " ", "https://metrics.example.org");

        assertThat(settings.address(Neighbour.REGISTRY)).contains("http://provider-registry:8082");
        assertThat(settings.address(Neighbour.CHECKER)).isEmpty();
        assertThat(settings.address(Neighbour.METRICS)).contains("https://metrics.example.org");
        assertThat(settings.address(Neighbour.NOTICE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"registry:8082", "http://registry:8082/", "ftp://registry", "http://a@registry", "http://a b"})
    void whatIsNoneIsRefusedByItsName(String wrong) {
        assertThatThrownBy(() -> new NeighbourSettings(wrong, null, null))
                .hasMessageContaining("VIGIE_SERVICES_REGISTRY")
                .hasMessageNotContaining(wrong);
    }
}
