package org.vigie.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.vigie.standalone.ChildJvm;
import org.vigie.standalone.Vigie;

/** A process that is killed after it took a report and before it could write to anybody. */
class KilledStoryTests {

    private static final Duration SOON = Duration.ofMinutes(3);

    @TempDir
    private Path directory;

    @Test
    void theMailGoesOutOnceAfterTheRestart() throws IOException, InterruptedException {
        var data = directory.resolve("data");
        try (var internet = SmallInternet.withoutRelay()) {
            var url = internet.page("/killed/one");
            killedAfterTheReport(data, internet, url);

            internet.startRelay();
            try (var vigie = RunningVigie.on(data, internet)) {
                vigie.teachHost("Example Hosting", "CIDR", SmallInternet.TEST_NETWORK);

                await().atMost(SOON)
                        .untilAsserted(
                                () -> assertThat(internet.mailsNaming(url)).hasSize(1));
            }
            assertThat(internet.mailsNaming(url)).hasSize(1);
        }
    }

    private static void killedAfterTheReport(Path data, SmallInternet internet, String url)
            throws IOException, InterruptedException {
        var port = SmallInternet.freePort();
        var environment = RunningVigie.environment(data, internet.relay());
        environment.put("VIGIE_PORT_NOTICE", Integer.toString(port));
        var process = ChildJvm.run(environment, Vigie.class, "up");
        try (var console = process.inputReader()) {
            assertThat(console.lines().anyMatch(line -> line.startsWith("Ready")))
                    .isTrue();
            var answer = RestClient.create("http://127.0.0.1:" + port)
                    .post()
                    .uri("/v1/reports")
                    .header("Authorization", "Bearer " + Files.readString(data.resolve("token")))
                    .header("Idempotency-Key", "killed")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Reports.verified(url))
                    .retrieve()
                    .toBodilessEntity();
            assertThat(answer.getStatusCode().value()).isEqualTo(202);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
