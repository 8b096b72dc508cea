package org.vigie.support.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a request waits for a store that is away. */
class ShortWaitTests {

    @ParameterizedTest
    @CsvSource({
        "mongodb://127.0.0.1:1/, 5000",
        "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=20000, 20000",
    })
    void isShorterThanAClientsUnlessTheConnectionStringSays(String store, long milliseconds) {
        var named = new ConnectionString(store);
        var settings = MongoClientSettings.builder().applyConnectionString(named);

        new StoreConfiguration().shortWait(() -> named).customize(settings);

        assertThat(settings.build().getClusterSettings().getServerSelectionTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(milliseconds);
    }
}
