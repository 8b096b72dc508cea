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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Go verifies its modules with (golang.org/x/mod/sumdb/note and tlog) verifies our checkpoints and proofs. */
class GoNoteTests {

    private static final Path SOURCE = Path.of("src/test/go/note");

    @TempDir
    private static Path directory;

    private static Path verifier = Path.of("");

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        verifier = directory.resolve("note").toAbsolutePath();
        var built = ran(null, SOURCE, "go", "build", "-o", verifier.toString(), ".");
        assumeTrue(
                built.status() == 0,
                "golang.org/x/mod is not at hand: needs go, and `go mod download` in " + SOURCE + " once");
    }

    @Test
    void provesOurEntries() throws IOException, InterruptedException {
        var where = directory.resolve("audit");
        try (var audit = new Audit(where, where, "probe-service", Clock.systemUTC(), System::nanoTime)) {
            for (var at = 1; at < 9; at++) {
                var receipt = audit.add("anna", "PUT /v1/stop", Map.of("n", Integer.toString(at)));

                assertThat(verified(receipt.text(), audit.key())).isEqualTo(new Ran(0, receipt.line() + "\n"));
            }
            var signed = audit.add("anna", "PUT /v1/stop", Map.of()).text();
            assertThat(verified(signed.replace("\n10\n", "\n11\n"), audit.key()).status())
                    .isEqualTo(1);
            assertThat(verified(signed.replace("index 9", "index 8"), audit.key())
                            .status())
                    .isEqualTo(1);
        }
    }

    private static Ran verified(String proof, String key) throws IOException, InterruptedException {
        var file = Files.writeString(directory.resolve("proof"), proof);
        return ran(file, directory, verifier.toString(), key);
    }

    private record Ran(int status, String output) {}

    private static Ran ran(@Nullable Path input, Path where, String... command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(where.toFile());
        builder.environment().putAll(Map.of("GOPROXY", "off", "GOFLAGS", "-mod=mod", "CGO_ENABLED", "0"));
        if (input != null) {
            builder.redirectInput(input.toFile());
        }
        try {
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return process.waitFor(2, TimeUnit.MINUTES) ? new Ran(process.exitValue(), output) : new Ran(-1, output);
        } catch (IOException _) {
            return new Ran(-1, "");
        }
    }
}
