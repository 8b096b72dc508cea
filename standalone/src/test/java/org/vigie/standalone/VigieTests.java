package org.vigie.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VigieTests {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @ParameterizedTest
    @MethodSource("commands")
    void helpNamesEveryCommand(String command) {
        assertThat(Vigie.helpText().lines()).anyMatch(line -> line.startsWith("  " + command + " "));
    }

    @Test
    void helpFitsAScreen() {
        assertThat(Vigie.helpText().lines()).hasSizeLessThanOrEqualTo(40).allMatch(line -> line.length() <= 120);
    }

    @Test
    void anUnknownCommandIsMisuse() {
        assertThat(run("fly")).isEqualTo(Vigie.MISUSED);
        assertThat(errors).asString().contains("usage");
        assertThat(output).asString().isEmpty();
    }

    @Test
    void helpIsNotMisuse() {
        assertThat(run("help")).isEqualTo(Vigie.DONE);
        assertThat(output).asString().contains("usage");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItself(String command) {
        assertThat(run(command, "--help")).isEqualTo(Vigie.DONE);
        assertThat(output).asString().startsWith("Usage: vigie " + command);
        assertThat(output.toString(UTF_8).lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resolve http://planted.test/",
                "resolve --planted",
                "demo --seed planted",
                "demo --only planted",
                "dead-letters list --topic planted",
                "dead-letters replay",
                "republish planted key",
                "data load",
                "seal planted"
            })
    void misuseIsExplainedAndNotRepeated(String line) {
        assertThat(run(line.split(" "))).isEqualTo(Vigie.MISUSED);
        assertThat(errors).asString().isNotBlank();
        if (!line.startsWith("demo --only")) {
            assertThat(errors).asString().doesNotContain("planted");
        }
    }

    @Test
    void urlsComeOnStandardInput() {
        run("resolve", "http://planted.test/");

        assertThat(errors.toString(UTF_8).replaceAll("\\s+", " ")).contains("URLs come on standard input");
    }

    static Set<String> commands() {
        return Vigie.commandLine(Map.of(), InputStream.nullInputStream(), System.out, System.err)
                .getSubcommands()
                .keySet();
    }

    private int run(String... arguments) {
        return Vigie.run(
                Map.of(),
                InputStream.nullInputStream(),
                new PrintStream(output, true, UTF_8),
                new PrintStream(errors, true, UTF_8),
                arguments);
    }
}
