package org.vigie.standalone.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.standalone.Standalone;

/** The issuer of an evaluation. */
@TestInstance(Lifecycle.PER_CLASS)
class IssuerInsideTests implements IssuerContract {

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    private Path data = Path.of("");
    private @Nullable Tried tried;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        data = directory;
        var environment = new HashMap<String, String>();
        environment.put("VIGIE_DATA", data.toString());
        for (var name : new String[] {"NOTICE", "REGISTRY", "CHECKER", "METRICS", "KAFKA", "ISSUER"}) {
            environment.put("VIGIE_PORT_" + name, "0");
        }
        var vigie = new Standalone(environment, new PrintStream(console, true, UTF_8)).start();
        var file = data.resolve("people.txt");
        Files.writeString(file, "person nobody none of-nobody Nobody at all\n", StandardOpenOption.APPEND);
        var secrets = new HashMap<>(passwords(file));
        secrets.put("desk", Files.readString(data.resolve("desk-secret")).strip());
        tried = new Tried(vigie, "http://127.0.0.1:" + vigie.port("issuer"), "roles", secrets);
    }

    private static Map<String, String> passwords(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\s+", 5))
                .collect(Collectors.toMap(words -> words[1], words -> words[3]));
    }

    @AfterAll
    void stop() {
        tried().vigie().close();
    }

    @Override
    public Tried tried() {
        return Objects.requireNonNull(tried);
    }

    @Test
    void saysWhoMaySignInAndWhereTheirPasswordsAre() throws IOException {
        var file = data.resolve("people.txt");

        assertThat(console.toString(UTF_8))
                .contains(tried().desk() + ", anna (analyst), bruno (approver)", file.toString())
                .doesNotContain(tried().password("anna"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(passwords(file).values()).doesNotHaveDuplicates();
    }

    @Test
    void thePageAsksNobodyElseForAnything() {
        var page = new Browser().get(tried().desk());

        assertThat(page.body())
                .contains("<html lang=\"en\"", "<label for=\"username\"", "<label for=\"password\"")
                .doesNotContain("<script", "https://", "//cdn");
    }

    @Test
    void whatIsChangedInTheFileCountsWithTheNextToken() throws IOException {
        var tokens = new Tokens(tried());
        var answer = tokens.forCode(tokens.code(new Browser(), "anna"));
        var file = data.resolve("people.txt");
        var before = Files.readString(file);
        Files.writeString(file, before.replaceFirst("(?m)^(person +anna +)analyst", "$1auditor"));

        var renewed = tokens.renewed(answer.text("refresh_token"));

        Files.writeString(file, before);
        assertThat(renewed.status()).isEqualTo(200);
        assertThat(Tokens.claims(renewed.text("access_token")).path("roles").toString())
                .isEqualTo("[\"auditor\"]");
    }
}
