package org.vigie.registry.cli;

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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.provider.CuratedList;
import org.vigie.url.PublicSuffixes;

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
    void refusesALineThatIsLongerThanAUrlMayBeAndGoesOnWithTheNext() {
        var long1 = "http://planted.test/" + "a".repeat(1_000_000);
        var blank2 = " ".repeat(1_000_000) + "http://planted.test/";

        assertThat(resolve(Map.of(), long1 + "\r\n" + blank2 + "\n\nhttp://tenant.github.io/x\n"))
                .isZero();

        assertThat(output.toString(UTF_8))
                .contains("line 1: not an http or https URL (TOO_LONG)")
                .contains("line 2: not an http or https URL (TOO_LONG)")
                .contains("line 4: DOMAIN", "GitHub Pages")
                .doesNotContain("planted", "line 3");
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            curated    | curated.yaml    | github.io          | gi thub.io      | line 37: expected a host name
            curated    | curated.yaml    | CONTENT_ADMIN, s   | CONTENT, s      | line 37: expected a type
            curated    | curated.yaml    | suffixes: [gitlab  | suffix: [gitlab | line 38: expected name, type or
            curated    | curated.yaml    | NFOrce Entertainment B.V. | Serverel | the provider is in line
            curated    | curated.yaml    | [github.io         | [github.com     | GitHub Pages should have DOMAIN_SUFFIX github.io
            curated    | curated.yaml    | platforms:         | platforms: [    | is no YAML
            curated    | curated.yaml    | version:           | versions:       | expected a list
            cdn-ranges | cdn-ranges.yaml | 104.16.0.0/13      | 104.16.0.0/40   | line 10:
            cdn-ranges | cdn-ranges.yaml | 104.16.0.0/13      | 104.16.0.0/14   | CloudFlare should have CIDR 104.16.0.0/13
            cdn-ranges | cdn-ranges.yaml | 209242             | 64512           | AS64512 is reserved
            cdn-ranges | cdn-ranges.yaml | type: CDN, suffixes: [cloudfront.net]  | type: CDN, ranges: [104.24.0.0/16] | overlaps
            """)
    void refusesABrokenListWithLineAndReasonAndKeepsTheOneInUse(
            String set, String file, String good, String bad, String reason) throws IOException {
        var whole = bundled(file);
        var broken = Files.writeString(directory.resolve("broken.yaml"), whole.replaceFirst(Pattern.quote(good), bad));
        assertThat(Files.readString(broken)).isNotEqualTo(whole);

        refused(set, broken, reason);
    }

    @ParameterizedTest
    @CsvSource({"curated, curated.yaml", "cdn-ranges, cdn-ranges.yaml"})
    void refusesAListOfWhichAFifthIsMissing(String set, String file) throws IOException {
        var lines = bundled(file)
                .lines()
                .filter(line -> !line.contains("type: HOST") && !line.contains("190.93."))
                .toList();

        refused(set, Files.write(directory.resolve("short.yaml"), lines), "rows are less than 80 % of the");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            // ===END PRIVATE DOMAINS=== |                           | without being complete
            github.io                    | github.org                | a.b.github.io ends in io here
            co.uk                        | co.ukk                    | a.b.co.uk ends in uk here
            """)
    void refusesABrokenSuffixList(String good, String bad, String reason) throws IOException {
        String whole;
        try (var list = Objects.requireNonNull(
                PublicSuffixes.class.getResourceAsStream("/org/publicsuffix/list/effective_tld_names.dat"))) {
            whole = new String(list.readAllBytes(), UTF_8);
        }
        var broken = Files.writeString(
                directory.resolve("broken.dat"),
                whole.replaceFirst("(?m)^" + Pattern.quote(good) + "$", bad == null ? "" : bad));

        refused("public-suffix-list", broken, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"curated.yaml", "cdn-ranges.yaml"})
    void loadsANewerListAndShowsIt(String file) throws IOException {
        var newer = Files.writeString(
                directory.resolve("newer.yaml"), bundled(file).replace("version: 2026-11-22", "version: 2026-11-24"));
        var variables = Map.of("VIGIE_DATA", directory.toString());

        assertThat(data(variables, "load", file.substring(0, file.indexOf('.')), newer.toString()))
                .isZero();
        assertThat(data(variables)).isZero();

        assertThat(output.toString(UTF_8)).contains("2026-11-24");
    }

    @Test
    void servesWhatCameWithTheSoftwareWhereWhatWasLoadedEarlierIsBrokenNow() throws IOException {
        var loaded = Files.createDirectories(directory.resolve("data-sets"));
        for (var name : List.of("as-table.gz", "public_suffix_list.dat", "curated.yaml", "cdn-ranges.yaml")) {
            Files.writeString(loaded.resolve(name), "broken");
        }

        assertThat(resolve(Map.of("VIGIE_DATA", directory.toString()), "http://tenant.github.io/x\nhttp://8.8.8.8/\n"))
                .isZero();

        assertThat(output.toString(UTF_8)).contains("GitHub Pages", "AS15169");
    }

    @Test
    void saysWhichSetsThereAre() {
        assertThat(data(Map.of(), "load", "planted-set", "x")).isEqualTo(2);

        assertThat(errors.toString(UTF_8))
                .contains("as-table, cdn-ranges, curated, public-suffix-list")
                .doesNotContain("planted-set");
    }

    private void refused(String set, Path broken, String reason) {
        var variables = Map.of("VIGIE_DATA", directory.toString());

        assertThat(data(variables, "load", set, broken.toString())).isEqualTo(1);

        assertThat(errors.toString(UTF_8)).contains("refused, the one in use stays", reason);
        assertThat(directory.resolve("data-sets")).doesNotExist();
    }

    private static String bundled(String file) throws IOException {
        try (var list = Objects.requireNonNull(CuratedList.class.getResourceAsStream(file))) {
            return new String(list.readAllBytes(), UTF_8);
        }
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
        var out = new PrintStream(output, true, UTF_8);
        var err = new PrintStream(errors, true, UTF_8);
        return switch (words.length == 0 ? "list" : words[0]) {
            case "load" ->
                RegistryCommands.loadData(
                        words.length == 3 ? words[1] : "as-table",
                        Path.of(words[words.length - 1]),
                        variables,
                        out,
                        err);
            case "make" -> RegistryCommands.makeData(Path.of(words[1]), Path.of(words[2]), variables, out, err);
            default -> RegistryCommands.listData(variables, out, err);
        };
    }

    private int resolve(Map<String, String> variables, String input, String... words) {
        return RegistryCommands.resolve(
                List.of(words).contains("--online"),
                List.of(words).contains("--json"),
                variables,
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintStream(output, true, UTF_8),
                new PrintStream(errors, true, UTF_8));
    }
}
