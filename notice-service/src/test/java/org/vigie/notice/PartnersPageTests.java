package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;
import org.vigie.support.events.EventJson;

/** What docs/partners.md says works as it stands there. */
@ServiceTest
class PartnersPageTests {

    private static final Pattern BLOCK =
            Pattern.compile("```(sh\n(?=curl |REPORT=)|python\n|ts\n)(.*?)```", Pattern.DOTALL);

    @Autowired
    private TestWorld world;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    @Test
    void itsCommandsWork() throws Exception {
        var key = key("page");
        Files.writeString(folder.resolve("reports.ndjson"), """
                {"url": "https://example.invalid/d.jpg", "category": "CSAM", "verification": "SUSPECT"}
                """);

        Files.writeString(Files.createDirectory(folder.resolve("data")).resolve("token"), "secret\n");

        var answers = new ArrayList<String>();
        for (var command : blocks("sh")) {
            answers.add(said(key, "sh", "-c", command));
        }

        assertThat(answers)
                .satisfiesExactlyInAnyOrder(
                        filed -> assertThat(filed).contains("\"reference\":\"RP-2026-"),
                        batch -> assertThat(batch).contains("\"batch_id\":"),
                        listed -> assertThat(listed).contains("\"partner_reference\":\"2026-4711\""),
                        corrected -> assertThat(corrected).contains("\"corrected_at\":"),
                        withdrawn -> assertThat(withdrawn).contains("\"withdrawn_at\":"),
                        changes -> assertThat(changes).contains("\"items\":"),
                        made -> assertThat(made).contains("\"key\":\"vgk_test_"));
    }

    @Test
    void itsProgramInPythonWorks() throws Exception {
        var said = said(key("page-python"), "python3", "-c", blocks("python").getFirst());

        assertThat(said.lines())
                .satisfiesExactly(
                        filed -> assertThat(filed).matches("RP-2026-\\d{8} RECEIVED"),
                        listed -> assertThat(listed).endsWith("Z 2026-4712"),
                        refused -> assertThat(refused)
                                .startsWith("urn:vigie:problem:invalid-field [{'pointer': '/category'"));
    }

    /** It uses nothing of TypeScript that Node.js would not run. */
    @Test
    void itsProgramInTypeScriptWorks() throws Exception {
        var said = said(
                key("page-ts"),
                "node",
                "--input-type=module",
                "--eval",
                blocks("ts").getFirst());

        assertThat(said.lines().limit(3))
                .satisfiesExactly(
                        filed -> assertThat(filed).matches("RP-2026-\\d{8} RECEIVED"),
                        listed -> assertThat(listed).endsWith("Z 2026-4714"),
                        refused -> assertThat(refused).startsWith("400 urn:vigie:problem:invalid-field ["));
    }

    /** With the libraries that {@code vigie.webhooks} names; docs/trials.md has the commands. */
    @ParameterizedTest
    @ValueSource(strings = {"python", "ts"})
    void itsReceiversTakeWhatIsSigned(String language) throws Exception {
        var libraries = System.getProperty("vigie.webhooks");
        assumeThat(libraries).as("vigie.webhooks names no folder").isNotNull();
        var key = key("page-hook-" + language);
        var hook = "http://127.0.0.1:" + freePort() + "/vigie";
        var added = said(key, "sh", "-c", hookCommand().replace("https://hotline.example.org/vigie", hook));
        var webhook = EventJson.MAPPER.readTree(added);

        var heard = folder.resolve("heard.txt");
        var receiver = receiver(language, Path.of(String.valueOf(libraries)).toAbsolutePath(), hook)
                .redirectErrorStream(true)
                .redirectOutput(heard.toFile());
        receiver.environment().put("VIGIE_SECRET", webhook.get("secret").asString());
        var running = receiver.start();
        try {
            var ping = "/v1/webhooks/%s/ping"
                    .formatted(webhook.at("/about/webhook_id").asString());
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        world.with(key).post(ping, "");
                        return Files.readString(heard).contains("webhook.ping");
                    });
            assertThat(forged(hook)).isEqualTo(401);
        } finally {
            running.destroyForcibly().waitFor();
        }
    }

    private ProcessBuilder receiver(String language, Path libraries, String hook) throws IOException {
        var program = blocks(language)
                .getLast()
                .replace("9000", Integer.toString(URI.create(hook).getPort()));
        if (language.equals("python")) {
            var python = new ProcessBuilder("python3", "-c", program);
            python.environment().put("PYTHONPATH", libraries.resolve("python").toString());
            return python;
        }
        Files.createSymbolicLink(folder.resolve("node_modules"), libraries.resolve("node_modules"));
        return new ProcessBuilder(
                "node",
                Files.writeString(folder.resolve("receiver.mjs"), program).toString());
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static int forged(String hook) {
        return RestClient.create(hook)
                .post()
                .body("{}")
                .exchangeForRequiredValue((_, answer) -> answer.getStatusCode().value());
    }

    private static String hookCommand() throws IOException {
        var page = Files.readString(Path.of("../docs/partners.md"));
        return page.substring(page.indexOf("HOOK="), page.indexOf("```", page.indexOf("HOOK=")));
    }

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("../docs/partners.md")))
                .results()
                .filter(block -> block.group(1).startsWith(language))
                .map(block -> block.group(2))
                .toList();
    }

    private String key(String partner) {
        return world.as("olga", "operator")
                .post("/v1/api-keys", """
                        {"partner": "%s", "rights": ["SUBMIT", "READ"], "expires_at": "%s"}""".formatted(partner, world.now().plus(Duration.ofDays(1))))
                .json()
                .get("key")
                .asString();
    }

    private String said(String key, String... command) throws IOException, InterruptedException {
        var program = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        program.environment().put("VIGIE", "http://127.0.0.1:" + port);
        program.environment().put("VIGIE_KEY", key);
        program.environment()
                .put("EXPIRES", world.now().plus(Duration.ofDays(90)).toString());
        Process run;
        try {
            run = program.start();
        } catch (IOException absent) {
            throw new TestAbortedException(command[0] + " is absent");
        }
        var said = new String(run.getInputStream().readAllBytes(), UTF_8);
        assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assumeThat(run.exitValue() == 127).as("curl is absent").isFalse();
        return said;
    }
}
