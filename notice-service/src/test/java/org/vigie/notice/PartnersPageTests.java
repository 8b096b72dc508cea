package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What docs/partners.md says works as it stands there. */
@ServiceTest
class PartnersPageTests {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(curl .*?)```", Pattern.DOTALL);

    @Autowired
    private TestWorld world;

    @LocalServerPort
    private int port;

    @TempDir
    private Path here;

    @Test
    void itsCommandsWork() throws Exception {
        var blocks = BLOCK.matcher(Files.readString(Path.of("../docs/partners.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        var key = world.as("olga", "operator")
                .post("/v1/api-keys", """
                        {"partner": "page", "rights": ["SUBMIT", "READ"], "expires_at": "%s"}""".formatted(world.now().plus(Duration.ofDays(1))))
                .json()
                .get("key")
                .asString();

        Files.writeString(here.resolve("reports.ndjson"), """
                {"url": "https://example.invalid/b.jpg", "category": "CSAM", "verification": "SUSPECT"}
                """);

        var answers = List.of(answer(blocks.get(0), key), answer(blocks.get(1), key), answer(blocks.get(2), key));

        assertThat(answers.get(0)).contains("\"reference\":\"RP-2026-");
        assertThat(answers.get(1)).contains("\"batch_id\":").contains("\"lines\":1");
        assertThat(answers.get(2)).contains("\"partner_reference\":\"2026-4711\"");
    }

    private String answer(String command, String key) throws IOException, InterruptedException {
        var shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).directory(here.toFile());
        shell.environment().put("VIGIE", "http://127.0.0.1:" + port);
        shell.environment().put("VIGIE_KEY", key);
        var run = shell.start();
        var said = new String(run.getInputStream().readAllBytes(), UTF_8);
        assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assumeThat(run.exitValue() == 127).as("curl is absent").isFalse();
        return said;
    }
}
