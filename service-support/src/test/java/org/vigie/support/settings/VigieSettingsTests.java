package org.vigie.support.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.vigie.support.settings.VigieSettings.Mode;

class VigieSettingsTests {

    @Test
    void startsAnEvaluationInTheCurrentDirectory() {
        assertThat(bound(Map.of()))
                .isEqualTo(new VigieSettings(Mode.EVALUATION, Path.of("data"), null, 1, null, List.of(), List.of()));
        assertThat(bound(Map.of()).keysDirectory()).isEqualTo(Path.of("data/keys"));
    }

    @Test
    void readsTheEnvironment() {
        var settings = bound(Map.of(
                "VIGIE_DATA", "/srv/vigie",
                "VIGIE_KEYS", "/srv/keys",
                "VIGIE_TIME_FACTOR", "600",
                "VIGIE_CLOCK_FILE", "/srv/clock",
                "VIGIE_TEST_NETWORKS", "127.0.0.0/8,192.0.2.0/24",
                "VIGIE_DNS", "127.0.0.1:5300"));

        assertThat(settings)
                .isEqualTo(new VigieSettings(
                        Mode.EVALUATION,
                        Path.of("/srv/vigie"),
                        Path.of("/srv/keys"),
                        600,
                        Path.of("/srv/clock"),
                        List.of("127.0.0.0/8", "192.0.2.0/24"),
                        List.of("127.0.0.1:5300")));
    }

    @Test
    void productionSaysAllAtOnceWhatItRefuses() {
        assertThatThrownBy(() -> bound(Map.of(
                        "VIGIE_MODE", "production", "VIGIE_TIME_FACTOR", "2", "VIGIE_TEST_NETWORKS", "127.0.0.0/8")))
                .rootCause()
                .hasMessageContaining("VIGIE_TIME_FACTOR")
                .hasMessageContaining("VIGIE_TEST_NETWORKS");
    }

    @Test
    void aClockThatStandsOrGoesBackIsRefused() {
        assertThatThrownBy(() -> bound(Map.of("VIGIE_TIME_FACTOR", "0")))
                .rootCause()
                .hasMessageContaining("VIGIE_TIME_FACTOR");
    }

    private static VigieSettings bound(Map<String, Object> environmentVariables) {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.forEach(source -> sources.remove(source.getName()));
        sources.addFirst(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environmentVariables));
        sources.addLast(new MapPropertySource("nothing", Map.of()));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate("vigie", VigieSettings.class);
    }
}
