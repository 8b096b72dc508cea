package org.vigie.support.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsAtStartTests {

    @ParameterizedTest
    @CsvSource({
        "VIGIE_PORT_NOTICE, 99999",
        "VIGIE_PORT_CHECKER, http",
        "VIGIE_PORT_REGISTRY, -1",
        "VIGIE_KAFKA, no port here",
        "VIGIE_KAFKA, kafka",
        "VIGIE_MONGO_URI, http://mongo.example",
        "VIGIE_MONGO_URI, mongo.example:27017",
        "VIGIE_MODE, test",
        "VIGIE_TIME_FACTOR, -3",
        "VIGIE_TIME_FACTOR, fast",
        "VIGIE_BIND, not an address"
    })
    void aWrongOneNamesItselfAndNotItsValue(String name, String value) {
        assertThatThrownBy(() -> check(name, value))
                .hasMessageStartingWith(name + ": expected ")
                .hasMessageNotContaining(value);
    }

    @ParameterizedTest
    @CsvSource({
        "VIGIE_PORT_NOTICE, 0",
        "VIGIE_KAFKA, '[::1]:9092, kafka-2:9093'",
        "VIGIE_MONGO_URI, mongodb+srv://user:word@mongo.example/?tls=true",
        "VIGIE_MODE, PRODUCTION",
        "VIGIE_TIME_FACTOR, 3600",
        "VIGIE_BIND, ::1",
        "VIGIE_BIND, ' '"
    })
    void aRightOneIsTaken(String name, String value) {
        assertThatCode(() -> check(name, value)).doesNotThrowAnyException();
    }

    private static void check(String name, String value) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("given", Map.of(name, value)));
        new SettingsAtStart().postProcessEnvironment(environment, new SpringApplication());
    }
}
