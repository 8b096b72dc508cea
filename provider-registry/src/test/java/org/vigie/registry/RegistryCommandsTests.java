package org.vigie.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.registry.dataset.AsTable;

class RegistryCommandsTests {

    @TempDir
    private Path directory = Path.of(".");

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
        var nobody = Map.of("VIGIE_DNS", "127.0.0.1:1", "VIGIE_RDAP", "off");

        assertThat(resolve(nobody, "http://tenant.github.io/x\n", "--online", "--json"))
                .isZero();

        assertThat(output.toString(UTF_8)).contains("\"degraded\":true", "GitHub Pages", "\"source\":\"DNS\"");
    }

    @Test
    void saysWhichSettingIsWrong() {
        assertThat(resolve(Map.of("VIGIE_AS_TABLE", "/nowhere/as.csv"), "")).isEqualTo(1);

        assertThat(errors.toString(UTF_8)).contains("/nowhere/as.csv");
    }

    @Test
    void showsAgeRowsVersionAndAttributionOfEveryDataSet() {
        assertThat(data(Map.of())).isZero();

        assertThat(output.toString(UTF_8))
                .contains("as-table ", "515126 rows", "days old", "ip-location-db 2.3.", "RouteViews", "CC BY 4.0")
                .contains("public-suffix-list", "curated", "rdap-bootstrap", "2026-11-22");
    }

    @Test
    void namesTheSystemThatAnnouncesAnAddressFromWhatComesWithTheSoftware() {
        assertThat(resolve(Map.of(), "http://8.8.8.8/\n")).isZero();

        assertThat(output.toString(UTF_8)).contains("announced by  AS15169 ", "PROVIDER_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.1.1.0,1.1.1.255,13335,a~1.1.1.9,1.1.2.0,5,b  | line 2: the range overlaps
            1.1.1.0,1.1.1.255,13335,a~1.1.2.0,1.1.2.9,23456 | line 2: AS23456 is reserved
            1.1.1.0,1.1.1.255,13335,a~1.1.2.               | line 2: expected start,end,asn,name
            1.1.1.0,1.1.1.255,13335,a                      | 1 ranges are less than 80 % of the 515126 in use
            """)
    void refusesABrokenDataSetWithLineAndReasonAndKeepsTheOneInUse(String csv, String reason) throws IOException {
        var broken = Files.writeString(directory.resolve("broken.csv"), csv.replace('~', '\n'));
        var variables = Map.of("VIGIE_DATA", directory.toString());

        assertThat(data(variables, "load", broken.toString())).isEqualTo(1);

        assertThat(errors.toString(UTF_8)).contains("refused, the one in use stays", reason);
        assertThat(data(variables)).isZero();
        assertThat(output.toString(UTF_8)).contains("515126 rows");
    }

    @Test
    void loadsANewerTableForItselfAndTheService() throws IOException {
        var newer = directory.resolve("newer.gz");
        try (var shipped = Objects.requireNonNull(AsTable.class.getResourceAsStream("as-table.gz"))) {
            Files.copy(shipped, newer);
        }
        var variables = Map.of("VIGIE_DATA", directory.toString());

        assertThat(data(variables, "load", newer.toString())).isZero();

        assertThat(directory.resolve("data-sets/as-table.gz")).hasSameBinaryContentAs(newer);
        assertThat(data(variables)).isZero();
    }

    private int data(Map<String, String> variables, String... words) {
        return RegistryCommands.data(
                List.of(words), variables, new PrintStream(output, true, UTF_8), new PrintStream(errors, true, UTF_8));
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
