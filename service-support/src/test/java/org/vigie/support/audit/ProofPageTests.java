package org.vigie.support.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/proof.md, done as it says by somebody who has the file, the key and a verifier that others wrote. */
class ProofPageTests {

    private static final Path PAGE = Path.of("../docs/proof.md");
    private static final String VERIFIER = "filippo.io/torchwood/cmd/spicy@v0.6.1";

    @TempDir
    private Path directory;

    @BeforeAll
    static void verifierIsAtHand() throws IOException, InterruptedException {
        assumeTrue(
                run(Path.of("."), "go run " + VERIFIER + " -help 2>&1").output().contains("-verify"),
                "needs go, and `go run " + VERIFIER + " -help` once, which fetches the verifier");
    }

    @Test
    void theStepsVerifyAProof() throws IOException, InterruptedException {
        try (var audit = new Audit(directory, directory, "notice-service", Clock.systemUTC(), System::nanoTime)) {
            for (var at = 1; at < 6; at++) {
                var receipt = audit.add("notice-service", "notice accepted", Map.of("n", Integer.toString(at)));
                Files.writeString(directory.resolve("notice.tlog-proof"), receipt.text());

                var done = run(directory, steps(audit.key()));

                assertThat(done.output()).contains("verified!", receipt.line());
                assertThat(done.status()).isZero();
            }
        }
    }

    @Test
    void theStepsRefuseAnEntryThatWasChanged() throws IOException, InterruptedException {
        try (var audit = new Audit(directory, directory, "notice-service", Clock.systemUTC(), System::nanoTime)) {
            var proof = audit.add("notice-service", "notice accepted", Map.of()).text();
            Files.writeString(directory.resolve("notice.tlog-proof"), proof.replace("index 1", "index 0"));

            assertThat(run(directory, steps(audit.key())).output()).doesNotContain("verified!");
        }
    }

    private static String steps(String key) throws IOException {
        var block = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        assertThat(block.group(1)).contains(VERIFIER);
        return "exec 2>&1\n" + block.group(1).replaceFirst("(?m)^KEY=.*$", "KEY='" + key + "'");
    }

    private record Ran(int status, String output) {}

    /** Only what was fetched before is used. */
    private static Ran run(Path where, String script) throws IOException, InterruptedException {
        var offline = "export GOPROXY=\"file://$(go env GOMODCACHE)/cache/download\" GOSUMDB=off CGO_ENABLED=0\n";
        var process = new ProcessBuilder("sh", "-c", offline + script)
                .directory(where.toFile())
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor(2, TimeUnit.MINUTES) ? new Ran(process.exitValue(), output) : new Ran(-1, output);
    }
}
