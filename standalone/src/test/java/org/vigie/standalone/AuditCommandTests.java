package org.vigie.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTests {

    private static final String NO_KEY_OF_OURS = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    private Path data;

    @Test
    void saysThatThereIsNothing() {
        assertThat(run("verify")).isEqualTo(Vigie.FAILED);
        assertThat(errors).asString().startsWith("vigie audit: cannot read ");
    }

    @Test
    void saysWhatIsAsItWasWritten() {
        record();

        assertThat(run("verify")).isEqualTo(Vigie.DONE);
        assertThat(output)
                .asString()
                .matches("vigie/vigie-command/[0-9a-f]{8}: 3 entries, 2 checkpoints, as written\\R");
        assertThat(run("verify", data.resolve("audit").toString())).isEqualTo(Vigie.DONE);
        assertThat(run("verify", "--key", NO_KEY_OF_OURS)).isEqualTo(Vigie.FAILED);
    }

    @Test
    void namesTheEntryThatIsNotAsItWasWritten() throws IOException {
        record();
        var entries = data.resolve("audit/vigie-command/entries.jsonl");
        var lines = Files.readAllLines(entries);
        Files.write(entries, List.of(lines.get(0), lines.get(2)));

        assertThat(run("verify")).isEqualTo(Vigie.FAILED);
        assertThat(output)
                .asString()
                .contains("2 entries, 2 checkpoints, NOT as written", "  entry 1: says that it is entry 2");
    }

    @Test
    void printsWhatAProofProves() throws IOException {
        var proof = Files.writeString(data.resolve("a.tlog-proof"), record());

        assertThat(run("verify", proof.toString())).isEqualTo(Vigie.DONE);
        assertThat(output).asString().startsWith("{\"seq\":1,").contains("\"who\":\"anna\"");
        assertThat(run("keys")).isEqualTo(Vigie.DONE);
        var key = output.toString(UTF_8).lines().toList().getLast();
        assertThat(run("verify", proof.toString(), "--key", key)).isEqualTo(Vigie.DONE);
        assertThat(run("verify", proof.toString(), "--key", NO_KEY_OF_OURS)).isEqualTo(Vigie.FAILED);
        assertThat(errors)
                .asString()
                .isEqualToIgnoringNewLines("vigie audit verify: proves nothing: signed by none of the keys at hand");
    }

    @Test
    void aFileThatIsNoProofProvesNothing() throws IOException {
        record();
        var file = Files.writeString(data.resolve("planted"), "planted\n\n");

        assertThat(run("verify", file.toString())).isEqualTo(Vigie.FAILED);
        assertThat(errors).asString().contains("proves nothing: not a proof").doesNotContain("planted");
    }

    @Test
    void aKeyThatIsNoneIsMisuse() {
        assertThat(run("verify", "--key", "planted")).isEqualTo(Vigie.MISUSED);
        assertThat(errors).asString().doesNotContain("planted");
    }

    /** One entry, and what proves it. */
    private String record() {
        try (var audit = AuditCommand.ofCommands(new Settings(Map.of("VIGIE_DATA", data.toString())))) {
            return audit.add("anna", "PUT /v1/stop", Map.of()).text();
        }
    }

    private int run(String... words) {
        var line = Vigie.commandLine(
                Map.of("VIGIE_DATA", data.toString()),
                InputStream.nullInputStream(),
                new PrintStream(output, true, UTF_8),
                new PrintStream(errors, true, UTF_8));
        return line.execute(Stream.concat(Stream.of("audit"), Stream.of(words)).toArray(String[]::new));
    }
}
