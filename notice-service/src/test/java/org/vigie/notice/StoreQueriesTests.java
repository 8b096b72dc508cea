package org.vigie.notice;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.vigie.testing.EveryQueryHasAnIndex;

/**
 * What is asked of this service's stores, and the indexes that it makes at its start; what it writes is nobody else's.
 */
@ServiceTest
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/store-queries-data",
            "vigie.clock-file=target/${test.fork:fork-1}/store-queries-clock"
        })
class StoreQueriesTests {

    @Autowired
    private ApplicationContext context;

    @Test
    void everyQueryHasAnIndex() {
        EveryQueryHasAnIndex.check(context, 40);
    }
}
