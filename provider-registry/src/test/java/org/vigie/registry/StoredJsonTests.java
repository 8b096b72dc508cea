package org.vigie.registry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.support.events.EventJson;
import org.vigie.testing.StoredJson;

/** What is sealed as JSON in the store is read back by every later build. */
@ParameterizedClass
@ValueSource(strings = "org.vigie.registry.chain.Seen")
class StoredJsonTests {

    private final StoredJson stored;

    StoredJsonTests(String type) throws ClassNotFoundException {
        stored = new StoredJson(EventJson.MAPPER, type);
    }

    @Test
    void isWrittenAsInTheNewestFile() throws Exception {
        stored.isWrittenAsInTheNewestFile();
    }

    @Test
    void losesNothingOfAnyFile() throws Exception {
        stored.losesNothingOfAnyFile();
    }
}
