package org.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoresTests {

    @TempDir
    private Path directory;

    @TempDir
    private Path bin;

    private DataDirectory data;

    @BeforeEach
    void lock() {
        data = DataDirectory.open(directory);
    }

    @AfterEach
    void unlock() {
        data.close();
    }

    @Test
    void usesTheEmbeddedStoreWhereThereIsNoMongod() {
        try (var store = open(Map.of())) {
            assertThat(store).isInstanceOf(Inside.class);
            assertThat(store.description()).contains("embedded", "power cut", "VIGIE_MONGOD");
        }
    }

    @Test
    void startsTheMongodOnThePath() throws IOException {
        FakeMongod.program(bin);

        try (var store = open(Map.of("PATH", "/nowhere:" + bin))) {
            assertThat(store).isInstanceOf(Mongod.class);
        }
    }

    @Test
    void aNamedServerComesFirstAndItsAddressIsNotShown() {
        try (var store = open(Map.of("VIGIE_MONGO_URI", "mongodb://u:secret@127.0.0.1:1/?tls=true"))) {
            assertThat(store.uri("d")).isEqualTo("mongodb://u:secret@127.0.0.1:1/d?tls=true");
            assertThat(store.description()).doesNotContain("secret");
        }
    }

    @Test
    void staysWithTheEmbeddedStoreThatADirectoryBeganWith() throws IOException {
        open(Map.of()).close();
        var mongod = FakeMongod.program(bin).toString();

        try (var store = open(Map.of("PATH", bin.toString()))) {
            assertThat(store).isInstanceOf(Inside.class);
        }
        assertThatThrownBy(() -> open(Map.of("VIGIE_MONGOD", mongod)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("VIGIE_DATA");
    }

    @Test
    void doesNotStartEmptyBesideTheStoreOfAnEarlierVersion() throws IOException {
        Files.createFile(directory.resolve("stand-in.mv"));

        assertThatThrownBy(() -> open(Map.of())).isInstanceOf(CannotStart.class).hasMessageContaining("VIGIE_DATA");
    }

    @Test
    void doesNotReplaceAMongodThatIsGone() throws IOException {
        Files.createDirectories(directory.resolve("mongodb"));

        assertThatThrownBy(() -> open(Map.of())).isInstanceOf(CannotStart.class).hasMessageContaining("VIGIE_MONGOD");
    }

    @Test
    void productionRefusesTheEmbeddedStore() {
        assertThatThrownBy(() -> open(Map.of("VIGIE_MODE", "production")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll("production", "VIGIE_MONGO_URI");
    }

    @Test
    void aMongodThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> open(Map.of("VIGIE_MONGOD", "/nowhere/mongod")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("/nowhere/mongod");
    }

    private Store open(Map<String, String> environment) {
        return new Stores(new Settings(environment), data, System.out).open();
    }
}
