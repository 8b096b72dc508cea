package org.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTests {

    @Test
    void anEmptyVariableIsAnUnsetOne() {
        var settings = new Settings(Map.of("VIGIE_MONGOD", " ", "VIGIE_BIND", "", "VIGIE_MODE", ""));

        assertThat(settings.mongod()).isEmpty();
        assertThat(settings.bind().getHostAddress()).isEqualTo("127.0.0.1");
        assertThat(settings.mode()).isEqualTo(Mode.EVALUATION);
        assertThat(settings.environment()).isEmpty();
    }

    @Test
    void aModeThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new Settings(Map.of("VIGIE_MODE", "test")).mode())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("VIGIE_MODE");
    }

    @Test
    void aStoreThatIsNoneIsRefused() {
        assertThat(new Settings(Map.of("VIGIE_STORE", "memory")).keptInMemory()).isTrue();
        assertThat(new Settings(Map.of("VIGIE_STORE", "files")).keptInMemory()).isFalse();
        assertThatThrownBy(() -> new Settings(Map.of("VIGIE_STORE", "disk")).keptInMemory())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("VIGIE_STORE");
    }
}
