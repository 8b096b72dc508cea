package org.vigie.support.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** A start that a setting stopped ends with its name and what it wants. */
class WrongSettingTests {

    private final FailureAnalyzer analyzer =
            SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, (_, _, _) -> {}).stream()
                    .filter(WrongSetting.class::isInstance)
                    .findFirst()
                    .orElseThrow();

    @Test
    void theSettingIsSaidWhateverIsAroundIt() {
        for (var said : new String[] {
            "VIGIE_SENDER: expected Organisation <notices@example.org>",
            "VIGIE_MODE=production: VIGIE_SENDER must be set",
            "vigie.sending.connections: 0 is below 1"
        }) {
            var failure =
                    new IllegalStateException("bean", new RuntimeException("in", new IllegalArgumentException(said)));

            assertThat(Objects.requireNonNull(analyzer.analyze(failure)).getDescription())
                    .isEqualTo(said);
        }
    }

    @Test
    void anyOtherFailureIsLeftToOthers() {
        assertThat(analyzer.analyze(new IllegalStateException("vigiem"))).isNull();
        assertThat(analyzer.analyze(new IllegalStateException())).isNull();
    }
}
