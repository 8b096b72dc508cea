package org.vigie.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VigieTests {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @ParameterizedTest
    @EnumSource(Command.class)
    void helpNamesEveryCommand(Command command) {
        assertThat(Vigie.help().lines()).anyMatch(line -> line.startsWith("  " + command.word() + " "));
    }

    @Test
    void helpFitsAScreen() {
        assertThat(Vigie.help().lines()).hasSizeLessThanOrEqualTo(40).allMatch(line -> line.length() <= 120);
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

    private int run(String... arguments) {
        return Vigie.run(
                InputStream.nullInputStream(),
                new PrintStream(output, true, UTF_8),
                new PrintStream(errors, true, UTF_8),
                arguments);
    }
}
