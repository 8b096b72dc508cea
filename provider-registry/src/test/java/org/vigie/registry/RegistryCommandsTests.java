package org.vigie.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryCommandsTests {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void resolvesWhatStandsOnStandardInput() {
        assertThat(resolve(Map.of(), "http://tenant.github.io/x\n")).isZero();

        assertThat(output.toString(UTF_8))
                .contains("line 1", "degraded", "GitHub Pages", "NOT_ASKED")
                .doesNotContain("tenant");
    }

    @Test
    void takesNoUrlFromTheCommandLineAndDoesNotRepeatIt() {
        assertThat(resolve(Map.of(), "", "http://planted.test/")).isEqualTo(2);

        assertThat(errors.toString(UTF_8)).contains("standard input").doesNotContain("planted");
    }

    @Test
    void goesOnWithoutAnswerWhereNobodyCanBeAsked() {
        var nobody = Map.of("VIGIE_DNS", "127.0.0.1:1");

        assertThat(resolve(nobody, "http://tenant.github.io/x\n", "--online", "--json"))
                .isZero();

        assertThat(output.toString(UTF_8)).contains("\"degraded\":true", "GitHub Pages", "\"source\":\"DNS\"");
    }

    @Test
    void saysWhichSettingIsWrong() {
        assertThat(resolve(Map.of("VIGIE_AS_TABLE", "/nowhere/as.csv"), "")).isEqualTo(1);

        assertThat(errors.toString(UTF_8)).contains("/nowhere/as.csv");
    }

    private int resolve(Map<String, String> variables, String input, String... words) {
        return RegistryCommands.resolve(
                List.of(words),
                variables,
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintStream(output, true, UTF_8),
                new PrintStream(errors, true, UTF_8));
    }
}
