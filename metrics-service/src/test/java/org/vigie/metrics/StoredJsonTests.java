package org.vigie.metrics;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.support.events.EventJson;
import org.vigie.testing.StoredJson;

/** What is stored as JSON is read back by every later build. */
class StoredJsonTests {

    @ParameterizedTest
    @MethodSource("org.vigie.testing.StoredJson#types")
    void laterBuildsReadWhatIsStored(String type) throws Exception {
        StoredJson.isKept(EventJson.MAPPER, type);
    }
}
