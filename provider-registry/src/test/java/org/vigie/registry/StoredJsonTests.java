package org.vigie.registry;

import org.junit.jupiter.api.Test;
import org.vigie.support.events.EventJson;
import org.vigie.testing.StoredJson;

/** What is sealed as JSON in the store is read back by every later build. */
class StoredJsonTests {

    @Test
    void laterBuildsReadWhatIsStored() throws Exception {
        StoredJson.isKept(EventJson.MAPPER, "org.vigie.registry.chain.Seen");
    }
}
