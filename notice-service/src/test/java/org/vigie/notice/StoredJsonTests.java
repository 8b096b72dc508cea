package org.vigie.notice;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.support.events.EventJson;
import org.vigie.testing.StoredJson;

/** What is sealed as JSON in the store is read back by every later build. */
class StoredJsonTests {

    @ParameterizedTest
    @MethodSource("org.vigie.testing.StoredJson#types")
    void laterBuildsReadWhatIsStored(String type) throws Exception {
        StoredJson.isKept(EventJson.MAPPER, type);
    }
}
