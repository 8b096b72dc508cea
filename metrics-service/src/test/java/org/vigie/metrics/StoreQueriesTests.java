package org.vigie.metrics;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.vigie.testing.EveryQueryHasAnIndex;
import org.vigie.testing.InProcessInfrastructure;

/**
 * What is asked of this service's stores, and the indexes that it makes at its start; what it writes is nobody else's.
 */
@InProcessInfrastructure
@SpringBootTest(
        classes = MetricsServiceApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=metrics-service",
            "vigie.data=target/store-queries-data",
            "vigie.api-token=secret",
            "vigie.events.partitions=1"
        })
class StoreQueriesTests {

    @Autowired
    private ApplicationContext context;

    @Test
    void everyQueryHasAnIndex() {
        EveryQueryHasAnIndex.check(context, 8);
    }
}
