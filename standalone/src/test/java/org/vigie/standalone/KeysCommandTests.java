package org.vigie.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.support.seal.KeyIds;
import org.vigie.support.seal.KeysetDirectory;
import org.vigie.testing.TestKafka;
import tools.jackson.databind.json.JsonMapper;

/** The command with services that are invented and a Kafka that is not. */
class KeysCommandTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path directory;

    private final Map<String, String> environment = new HashMap<>();
    private String printed = "";
    private HttpServer service;
    private volatile KeyUse.Answer answer = new KeyUse.Answer(Map.of(), true, 0, 0, Map.of());

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/actuator/keys", exchange -> {
            var body = JSON.writeValueAsBytes(answer);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
        environment.put("VIGIE_DATA", directory.resolve("data").toString());
        environment.put("VIGIE_KEYS", directory.resolve("keys").toString());
        environment.put("VIGIE_KAFKA", TestKafka.bootstrapServers());
        environment.put("VIGIE_API_TOKEN", "token-of-an-operator");
        for (var name : List.of("NOTICE", "REGISTRY", "CHECKER", "METRICS")) {
            environment.put(
                    "VIGIE_SERVICES_" + name,
                    "http://127.0.0.1:" + service.getAddress().getPort());
        }
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void makesWhatIsMissingAndLeavesWhatIsThere() throws IOException {
        assertThat(run("make")).isEqualTo(Vigie.DONE);
        assertThat(printed).contains("made location.json", "7 keysets made");
        var made = Files.readString(keys().resolve("location.json"));
        Files.delete(keys().resolve("store-metrics-service.json"));

        assertThat(run("make")).isEqualTo(Vigie.DONE);

        assertThat(printed).contains("made store-metrics-service.json", "1 keysets made");
        assertThat(keys().resolve("location.json")).hasContent(made);
        assertThat(Files.getPosixFilePermissions(keys().resolve("inbound-public.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(keys().resolve("MADE-FOR-EVALUATION")).doesNotExist();
    }

    @Test
    void checkSaysWhatIsWrongAndPrintsNoKey() throws IOException {
        run("make");
        knownToServices("location", "store-notice-service");
        assertThat(run("check")).as(printed).isEqualTo(Vigie.DONE);
        assertThat(printed)
                .contains("ok     location", "seals, for ever")
                .doesNotContain("WRONG", secret("location.json"), secret("index.json"));

        Files.delete(keys().resolve("store-metrics-service.json"));
        Files.setPosixFilePermissions(keys().resolve("location.json"), PosixFilePermissions.fromString("rw-r-----"));
        Files.setLastModifiedTime(
                keys().resolve("inbound-private.json"),
                FileTime.from(Instant.now().minus(Duration.ofDays(500))));

        assertThat(run("check")).isEqualTo(Vigie.FAILED);
        assertThat(printed)
                .contains(
                        "WRONG  store-metrics-service is missing, damaged or not readable",
                        "WRONG  location can be read by others",
                        "WRONG  inbound-private was rotated last 500 days ago")
                .doesNotContain(secret("location.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"location", "inbound-private", "store-provider-registry"})
    void rotatesWhenEveryServiceHasReadTheNewKey(String keyset) {
        run("make");
        var before = files().keys(keyset).primary();
        assertThat(run("rotate", keyset, "--alone")).isEqualTo(Vigie.DONE);

        assertThat(files().keys(keyset).primary()).isNotEqualTo(before);
        assertThat(files().keys(keyset).readable()).hasSize(2).contains(before);
        assertThat(printed).contains(files().keys(keyset).primary());
    }

    /** What ended after a key was added goes on with that key. */
    @Test
    void goesOnWithTheKeyThatWasAdded() {
        run("make");
        var added = files().add("location");
        knownToServices("location");

        assertThat(run("rotate", "location")).isEqualTo(Vigie.DONE);

        assertThat(files().keys("location").primary()).isEqualTo(added);
        assertThat(files().keys("location").readable()).hasSize(2);
    }

    @Test
    void theIndexIsNotRotated() {
        run("make");
        var before = files().keys("index");

        assertThat(run("rotate", "index")).isEqualTo(Vigie.MISUSED);
        assertThat(run("remove", "index", before.primary())).isEqualTo(Vigie.MISUSED);

        assertThat(printed).contains("ADR 71");
        assertThat(files().keys("index")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"true, 3, it seals 3 texts", "false, 0, has looked at 5 of about 9 documents"})
    void aKeyThatIsNeededStays(boolean complete, long texts, String reason) {
        run("make");
        var old = files().keys("location").primary();
        run("rotate", "location", "--alone");
        answer = new KeyUse.Answer(Map.of("location", files().keys("location")), complete, 5, 9, Map.of(old, texts));

        assertThat(run("remove", "location", old)).isEqualTo(Vigie.FAILED);

        assertThat(printed).contains(old + " stays: ", reason);
        assertThat(files().keys("location").readable()).contains(old);
    }

    @Test
    void aKeyStaysWhileAServiceDoesNotAnswer() {
        run("make");
        var old = files().keys("location").primary();
        run("rotate", "location", "--alone");
        service.stop(0);

        assertThat(run("remove", "location", old)).isEqualTo(Vigie.FAILED);
        assertThat(printed).contains("notice-service does not answer");
    }

    @Test
    void aKeyThatNothingNeedsIsTakenAway() {
        run("make");
        var old = files().keys("location").primary();
        run("rotate", "location", "--alone");
        knownToServices("location");

        assertThat(run("remove", "location", files().keys("location").primary()))
                .isEqualTo(Vigie.FAILED);
        assertThat(run("remove", "location", old)).as(printed).isEqualTo(Vigie.DONE);

        assertThat(files().keys("location").readable())
                .containsExactly(files().keys("location").primary());
    }

    @Test
    void whatIsDoneToAKeysetIsRecordedWithWhyItIs() throws IOException {
        run("make");
        var old = files().keys("location").primary();
        run("rotate", "location", "--alone", "--reason", "EXPOSED");
        knownToServices("location");
        run("remove", "location", old, "--reason", "EXPOSED");
        assertThat(run("rotate", "location", "--reason", "whim")).isEqualTo(Vigie.MISUSED);

        assertThat(Files.readString(directory.resolve("data/audit/vigie-command/entries.jsonl")))
                .contains("\"what\":\"keys make\",\"about\":{\"keyset\":\"location\"}")
                .containsPattern("keys rotate.*\"reason\":\"EXPOSED\"")
                .containsPattern("keys remove.*\"" + old + "\"")
                .doesNotContain(secret("location.json"));
    }

    private void knownToServices(String... keysets) {
        var read = new HashMap<String, KeyIds>();
        List.of(keysets).forEach(name -> read.put(name, files().keys(name)));
        answer = new KeyUse.Answer(read, true, 9, 9, Map.of());
    }

    private Path keys() {
        return directory.resolve("keys");
    }

    private KeysetDirectory files() {
        return new KeysetDirectory(keys());
    }

    private String secret(String file) throws IOException {
        return JSON.readTree(keys().resolve(file).toFile())
                .at("/key/0/keyData/value")
                .asString();
    }

    private int run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var stream = new PrintStream(bytes, true, UTF_8);
        var words = new String[arguments.length + 1];
        words[0] = "keys";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        var code = Vigie.run(environment, InputStream.nullInputStream(), stream, stream, words);
        printed = bytes.toString(UTF_8);
        return code;
    }
}
