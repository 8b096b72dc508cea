package org.vigie.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.store.EmbeddedStore;
import org.vigie.support.seal.EvaluationKeys;

class BackupCommandTests {

    private static final String TOLD = "a contact that only the store knows";
    private static final int CASES = 450;

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private Path keys;
    private Path file;

    @BeforeEach
    void makeKeys() {
        keys = directory.resolve("keys");
        file = directory.resolve("backup");
        EvaluationKeys.makeMissing(keys, List.of());
    }

    @Test
    void everyDocumentIsAsItWas() throws IOException {
        try (var before = EmbeddedStore.inMemory();
                var after = EmbeddedStore.inMemory()) {
            fill(before);

            assertThat(run(before, "backup")).isEqualTo(Vigie.DONE);
            assertThat(run(after, "restore")).isEqualTo(Vigie.DONE);

            assertThat(output).asString().contains(CASES + 2 + " documents are in the backup", "in the store");
            assertThat(all(after)).hasSize(CASES + 2).isEqualTo(all(before));
            assertThat(Files.readString(file, ISO_8859_1)).doesNotContain(TOLD);
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        }
    }

    @Test
    void aStoreThatIsNotEmptyIsLeftAsItIs() {
        try (var store = EmbeddedStore.inMemory()) {
            fill(store);
            var before = all(store);
            run(store, "backup");

            assertThat(run(store, "restore")).isEqualTo(Vigie.FAILED);

            assertThat(errors).asString().contains("not empty");
            assertThat(all(store)).isEqualTo(before);
        }
    }

    @Test
    void aBackupThatIsThereIsLeftAsItIs() throws IOException {
        Files.writeString(file, "yesterday's");
        try (var store = EmbeddedStore.inMemory()) {
            assertThat(run(store, "backup")).isEqualTo(Vigie.FAILED);
        }

        assertThat(errors).asString().contains("there is already");
        assertThat(file).hasContent("yesterday's");
    }

    @Test
    void whatWasChangedOrCutOffIsNoBackup() throws IOException {
        try (var store = EmbeddedStore.inMemory()) {
            fill(store);
            run(store, "backup");
        }
        var whole = Files.readAllBytes(file);
        var changed = whole.clone();
        changed[whole.length - 20] ^= 1;
        var wrong = List.of(changed, cut(whole, whole.length - 1), cut(whole, whole.length / 2), cut(whole, 3));
        for (var octets : wrong) {
            Files.write(file, octets);
            errors.reset();
            try (var store = EmbeddedStore.inMemory()) {
                assertThat(run(store, "restore")).isEqualTo(Vigie.FAILED);
                assertThat(errors).asString().contains("damaged");
            }
        }
    }

    @Test
    void whoeverHasOtherKeysCannotReadIt() throws IOException {
        try (var store = EmbeddedStore.inMemory()) {
            fill(store);
            run(store, "backup");
        }
        keys = directory.resolve("others");
        EvaluationKeys.makeMissing(keys, List.of());
        try (var store = EmbeddedStore.inMemory()) {
            assertThat(run(store, "restore")).isEqualTo(Vigie.FAILED);

            assertThat(errors).asString().contains("another keyset");
            assertThat(all(store)).isEmpty();
        }
    }

    /** The half that opens it is not needed where backups are made. */
    @Test
    void thePublicHalfSuffices() throws IOException {
        Files.delete(keys.resolve("inbound-private.json"));
        try (var store = EmbeddedStore.inMemory()) {
            fill(store);
            assertThat(run(store, "backup")).isEqualTo(Vigie.DONE);
            assertThat(run(store, "restore")).isEqualTo(Vigie.FAILED);
        }

        assertThat(errors).asString().contains("inbound-private");
    }

    private static void fill(EmbeddedStore store) {
        try (var client = client(store)) {
            client.getDatabase("notice-service")
                    .getCollection("cases")
                    .insertMany(IntStream.range(0, CASES)
                            .mapToObj(i -> new Document("_id", "case-" + i)
                                    .append("version", (long) i)
                                    .append("unpublished", false))
                            .toList());
            client.getDatabase("notice-service")
                    .getCollection("notices")
                    .insertOne(new Document("_id", new UUID(1, 2))
                            .append("at", new BsonDateTime(1_767_225_600_000L))
                            .append("sealed", new Binary(new byte[] {0, -1, 7}))
                            .append("rate", Decimal128.parse("0.10"))
                            .append("nothing", null)
                            .append("told", List.of(new Document("to", TOLD))));
            client.getDatabase("metrics-service").getCollection("sums").insertOne(new Document("_id", 1));
        }
    }

    private static List<String> all(EmbeddedStore store) {
        var all = new ArrayList<String>();
        try (var client = client(store)) {
            for (var service : Service.ALL) {
                var database = client.getDatabase(service.name());
                for (var name : database.listCollectionNames()) {
                    database.getCollection(name).find().forEach(one -> all.add(name + one.toJson()));
                }
            }
        }
        return all.stream().sorted().toList();
    }

    private static MongoClient client(EmbeddedStore store) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.uri("any")))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }

    private static byte[] cut(byte[] whole, int length) {
        return Arrays.copyOf(whole, length);
    }

    private int run(EmbeddedStore store, String command) {
        return Vigie.run(
                Map.of("VIGIE_KEYS", keys.toString(), "VIGIE_MONGO_URI", store.uri("any")),
                InputStream.nullInputStream(),
                new PrintStream(output, true, UTF_8),
                new PrintStream(errors, true, UTF_8),
                command,
                file.toString());
    }
}
