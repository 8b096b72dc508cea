package org.vigie.notice;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.vigie.notice.notice.InMemoryNotices;
import org.vigie.notice.notice.Notices;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.InMemoryCases;

/** Against cases and notices in memory, which hears of everything without Kafka. */
@ServiceTest
@DirtiesContext
@Import(InMemoryHoldRaceTests.InMemory.class)
@TestPropertySource(
        properties = {
            "vigie.data=target/notice-data-in-memory",
            "vigie.clock-file=target/notice-clock-in-memory",
            "spring.kafka.listener.auto-startup=false"
        })
class InMemoryHoldRaceTests extends HoldRaceContract {

    /** The ports that the race is about. */
    @TestConfiguration(proxyBeanMethods = false)
    static class InMemory {

        @Bean
        @Primary
        Cases casesInMemory() {
            return new InMemoryCases();
        }

        @Bean
        @Primary
        Notices noticesInMemory() {
            return new InMemoryNotices();
        }
    }
}
