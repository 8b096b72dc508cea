package org.vigie.notice;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.vigie.notice.notice.InMemoryNotices;
import org.vigie.notice.notice.Notices;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.Contents;
import org.vigie.notice.removal.InMemoryCases;
import org.vigie.notice.removal.InMemoryContents;
import org.vigie.notice.report.InMemoryReports;
import org.vigie.notice.report.Reports;
import org.vigie.notice.sequence.Counters;

/** Reports, cases and notices in memory, in a service that hears of nothing by Kafka. */
@TestConfiguration(proxyBeanMethods = false)
class InMemoryPorts {

    @Bean
    @Primary
    Cases casesInMemory() {
        return new InMemoryCases();
    }

    @Bean
    @Primary
    Contents contentsInMemory() {
        return new InMemoryContents();
    }

    @Bean
    @Primary
    Notices noticesInMemory() {
        return new InMemoryNotices();
    }

    @Bean
    @Primary
    Reports reportsInMemory() {
        return new InMemoryReports();
    }

    @Bean
    @Primary
    Counters countersInMemory() {
        Map<String, Long> counted = new ConcurrentHashMap<>();
        return series -> counted.merge(series, 1L, Long::sum);
    }
}
