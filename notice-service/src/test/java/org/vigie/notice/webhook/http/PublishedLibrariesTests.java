package org.vigie.notice.webhook.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.notice.report.Followed.Step;
import org.vigie.notice.webhook.Message;
import org.vigie.support.events.EventJson;

/**
 * What the published Standard Webhooks libraries for Python (1.1.0) and JavaScript (1.1.1) say of our signatures. They
 * are looked for in the folder that {@code vigie.webhooks} names; docs/trials.md has the commands.
 */
class PublishedLibrariesTests {

    private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEW = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    private record Case(String secret, String body, Map<String, String> headers) {}

    @Test
    void takeWhatWeSignAndNothingElse() throws Exception {
        var folder = System.getProperty("vigie.webhooks");
        assumeThat(folder).as("vigie.webhooks names no folder").isNotNull();
        var libraries = Path.of(String.valueOf(folder)).toAbsolutePath();

        for (var command : List.of(
                List.of("python3", "src/test/webhooks/verify.py"), List.of("node", "src/test/webhooks/verify.cjs"))) {
            var said = run(command, libraries, cases());

            assertThat(said.lines().map(line -> line.split(" (?=No|Message|Missing)", 2)[0]))
                    .as(command.getFirst())
                    .containsExactly(
                            "taken ASKED", "taken ASKED", "refused", "refused", "refused", "refused", "refused");
        }
    }

    /** By either secret; by neither; another body, another id; ten minutes ago, in ten minutes. */
    private static List<Case> cases() {
        var now = InstantSource.system().instant();
        var body = Body.of(new Message(
                UUID.randomUUID(), Message.Type.REPORT_STEP, now, UUID.randomUUID(), "Nº 4711 – é", Step.ASKED));
        var minutes = Duration.ofMinutes(10);
        return List.of(
                new Case(OLD, body, signed("a", now, body)),
                new Case(NEW, body, signed("a", now, body)),
                new Case("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", body, signed("a", now, body)),
                new Case(NEW, body.replace("ASKED", "DOWN"), signed("a", now, body)),
                new Case(
                        NEW,
                        body,
                        Map.of(
                                "webhook-id", "b",
                                "webhook-timestamp", signed("a", now, body).getOrDefault("webhook-timestamp", ""),
                                "webhook-signature", signed("a", now, body).getOrDefault("webhook-signature", ""))),
                new Case(NEW, body, signed("a", now.minus(minutes), body)),
                new Case(NEW, body, signed("a", now.plus(minutes), body)));
    }

    private static Map<String, String> signed(String id, Instant at, String body) {
        return HttpReceivers.headers(List.of(NEW, OLD), id, at.getEpochSecond(), body);
    }

    private static String run(List<String> command, Path libraries, List<Case> cases)
            throws IOException, InterruptedException {
        var lines = cases.stream().map(EventJson.MAPPER::writeValueAsString).collect(Collectors.joining("\n"));
        var input = Files.writeString(Files.createTempFile("webhooks", ".jsonl"), lines);
        var output = Files.createTempFile("webhooks", ".out");
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(input.toFile())
                    .redirectOutput(output.toFile());
            process.environment().put("PYTHONPATH", libraries.resolve("python").toString());
            process.environment().put("PYTHONIOENCODING", UTF_8.name());
            process.environment()
                    .put("NODE_PATH", libraries.resolve("node_modules").toString());
            assertThat(process.start().waitFor(60, TimeUnit.SECONDS)).isTrue();
            return Files.readString(output);
        } finally {
            Files.delete(input);
            Files.delete(output);
        }
    }
}
