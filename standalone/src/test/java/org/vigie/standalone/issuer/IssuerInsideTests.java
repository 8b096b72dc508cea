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
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.standalone.Standalone;
import org.vigie.support.events.EventJson;

/** The issuer of an evaluation. */
@TestInstance(Lifecycle.PER_CLASS)
class IssuerInsideTests implements IssuerContract {

    private static final Path SCRIPTS = Path.of("../notice-service/src/test/browser");

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

    /** The pages of the sign-in, and what axe-core finds in them, are left in {@code target/sign-in}. */
    @Test
    @EnabledIf(
            value = "aBrowserIsThere",
            disabledReason = "signing in with a browser: needs Chromium and npm install in notice-service's browser")
    void somebodySignsInAndOutWithABrowser() throws IOException, InterruptedException {
        var output = Files.createDirectories(Path.of("target/sign-in").toAbsolutePath());
        var what = output.resolve("what.json");
        Files.write(what, EventJson.write(Map.of("desk", tried().desk(), "password", tried().password("anna"))));
        var log = output.resolve("browser.txt");
        var process = new ProcessBuilder("node", "signin.mjs", what.toString(), output.toString())
                .directory(SCRIPTS.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }

    static boolean aBrowserIsThere() {
        return Files.isDirectory(SCRIPTS.resolve("node_modules")) && Files.isExecutable(Path.of("/usr/bin/chromium"));
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
