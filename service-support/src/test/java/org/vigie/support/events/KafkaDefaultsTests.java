package org.vigie.support.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** What each service tells Kafka, whichever Kafka it is. */
class KafkaDefaultsTests {

    /** Kafka's own 45 s would keep the partitions of a killed process from everybody, itself started again included. */
    @Test
    void whoeverWasKilledIsGivenUpInTimeToBeBackWithinHalfAMinute() throws IOException {
        var defaults = new YamlPropertySourceLoader()
                .load("defaults", new ClassPathResource("vigie-defaults.yml"))
                .getFirst();

        assertThat((Integer) defaults.getProperty("spring.kafka.consumer.properties.session.timeout.ms"))
                .isBetween(6_000, 10_000);
    }
}
