package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

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
                        changes -> assertThat(changes).contains("\"items\":"));
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
