package org.vigie.support.reseal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.vigie.support.seal.EvaluationKeys;
import org.vigie.support.seal.Keysets;
import org.vigie.testing.TestMongo;

class KeysetsFitTests {

    @TempDir
    private Path directory;

    private MongoClient client;
    private MongoTemplate mongo;

    @BeforeEach
    void connect() {
        var database = TestMongo.newDatabase();
        client = MongoClients.create(TestMongo.uri(database));
        mongo = new MongoTemplate(client, database);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void startsWithTheKeysetsThatTheStoreWasSealedWith() {
        var fit = fit("mine");
        fit.start();

        assertThatCode(() -> fit("mine").start()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"store-notice-service", "location", "index", "inbound-private"})
    void doesNotStartWithAnotherAndNamesIt(String keyset) throws IOException {
        fit("mine").start();
        fit("others");
        Files.copy(
                directory.resolve("others").resolve(keyset + ".json"),
                directory.resolve("mine").resolve(keyset + ".json"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> fit("mine").start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("VIGIE_KEYS", "keyset " + keyset + " does not open");
    }

    private KeysetsFit fit(String name) {
        EvaluationKeys.makeMissing(directory.resolve(name), List.of("notice-service"));
        var keysets = new Keysets(directory.resolve(name));
        keysets.store("notice-service");
        keysets.location();
        keysets.index();
        keysets.inboundOpener();
        return new KeysetsFit(mongo, keysets);
    }
}
