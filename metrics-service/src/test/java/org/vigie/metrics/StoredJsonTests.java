package org.vigie.metrics;

import org.junit.jupiter.api.Test;
import org.vigie.support.events.EventJson;
import org.vigie.testing.StoredJson;

/** What is stored as JSON is read back by every later build. */
class StoredJsonTests {

    @Test
    void laterBuildsReadWhatIsStored() throws Exception {
        StoredJson.isKept(EventJson.MAPPER, "org.vigie.metrics.publication.Publication");
    }
}
