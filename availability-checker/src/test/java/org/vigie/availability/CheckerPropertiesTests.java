package org.vigie.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.vigie.availability.CheckerProperties.IdentityProperties;

class CheckerPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of())).isEqualTo(new CheckerProperties(List.of(), List.of(), null, null, List.of()));
    }

    @Test
    void readsEverySetting() {
        assertThat(bound(Map.of(
                        "vigie.checker.identities[0].name", "browser",
                        "vigie.checker.identities[0].headers.Accept", "*/*",
                        "vigie.checker.canaries", "https://one.example/,https://two.example/",
                        "vigie.checker.parking-list", "parking.yaml",
                        "vigie.checker.vantage", "north",
                        "vigie.checker.vantages", "south,north")))
                .isEqualTo(new CheckerProperties(
                        List.of(new IdentityProperties("browser", Map.of("Accept", "*/*"))),
                        List.of("https://one.example/", "https://two.example/"),
                        Path.of("parking.yaml"),
                        "north",
                        List.of("south", "north")));
    }

    private static CheckerProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("vigie.checker", CheckerProperties.class);
    }
}
