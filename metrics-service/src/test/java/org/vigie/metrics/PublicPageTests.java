package org.vigie.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.metrics.PageReader.number;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.ledger.Events;
import org.vigie.metrics.provider.Providers;
import org.vigie.support.events.EventJson;
import org.vigie.testing.DescribedAnswers;
import org.vigie.testing.InProcessInfrastructure;
import tools.jackson.databind.JsonNode;

/** The page everybody may read, over HTTP: its numbers against the interface's, and itself in a browser. */
@InProcessInfrastructure
@SpringBootTest(
        classes = MetricsServiceApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=metrics-service",
            "spring.kafka.listener.auto-startup=false",
            "vigie.data=target/page-data",
            "vigie.api-token=secret",
            "vigie.events.partitions=1",
            "vigie.publications.publisher=Example hotline <contact@hotline.example>",
            "vigie.publications.named-from=50"
        })
class PublicPageTests {

    private static final Path SCRIPTS = Path.of("src/test/browser");
    private static final String PERIOD = "2025-01--2025-03";
    private static final String FILTER = "?from=2025-01-01T00:00:00Z&to=2025-04-01T00:00:00Z";
    private static final List<String> SORTED_BY =
            List.of("targeted", "removed", "open", "moved", "p50", "p90", "km_p50", "km_p90", "recidivism");

    private static final int NAMED_FROM = 50;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void publish(@Autowired Bookkeeping bookkeeping, @Autowired Providers providers, @LocalServerPort int port) {
        var year = new SampleYear();
        year.providers().forEach(providers::on);
        bookkeeping.cases(year.cases());
        bookkeeping.targetings(year.targetings());
        bookkeeping.watermarks(year.watermarks(), 10);
        var answer = Map.of(
                "provider_id",
                Events.id("Slow Rack Ltd"),
                "text",
                "Since May 2025 we act within two days; \"<b>these</b>\" figures are from before.");
        publish(port, Map.of("from", "2024-12", "to", "2024-12"), "2024-12--2024-12", 1);
        publish(port, Map.of("from", "2025-01", "to", "2025-03"), PERIOD, 1);
        publish(port, Map.of("from", "2025-01", "to", "2025-03", "answers", List.of(answer)), PERIOD, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void showsTheNumbersOfTheInterface(String language) {
        var page = PageReader.of(get("/" + language), Locale.of(language));
        var providers = json("/v1/indicators/providers" + FILTER).path("providers");

        var shown = 0;
        for (var row : providers) {
            if (row.path("images_targeted").intValue() >= NAMED_FROM
                    && row.path("reported_apart").isMissingNode()) {
                assertThat(page.row("named", row.path("name").stringValue()))
                        .matches(cells -> PageReader.agrees(cells, PageReader.expected(row)));
                shown++;
            }
        }
        assertThat(page.rows("named")).hasSize(shown).hasSizeGreaterThan(5);
        for (var table : List.of("types", "stages")) {
            var groups = json("/v1/indicators/" + table + FILTER).path("rows");
            assertThat(page.rows(table)).hasSize(groups.size());
            for (int i = 0; i < groups.size(); i++) {
                var expected = PageReader.expected(groups.get(i));
                assertThat(page.rows(table)).anyMatch(cells -> PageReader.agrees(cells, expected));
            }
        }
        var totals = json("/v1/indicators/totals" + FILTER);
        var removal = totals.path("removal");
        assertThat(page.totals())
                .containsSubsequence(
                        number(totals.path("verified").path("detections")),
                        number(removal.path("images_targeted")),
                        number(removal.path("n_removed")),
                        number(removal.path("n_open")),
                        number(removal.path("removal_time_report")
                                .path("observed")
                                .path("p50")
                                .path("days")),
                        number(removal.path("removal_time_report")
                                .path("observed")
                                .path("p90")
                                .path("days")));
    }

    @Test
    void showsTheNumbersOfItsDownloads() {
        var page = PageReader.of(get("/en"), Locale.ENGLISH);
        var named = json("/publications/" + PERIOD + "/2.json").path("figures").path("named");

        assertThat(named).isNotEmpty();
        var csv = get("/publications/" + PERIOD + "/2.csv");
        for (var row : named) {
            var targeted = row.path("figure").path("targeted");
            assertThat(page.row("named", row.path("name").stringValue()).getFirst())
                    .isEqualTo(number(targeted));
            assertThat(csv).contains("," + (targeted.isMissingNode() ? "" : targeted.longValue()) + ",");
        }
        for (var language : List.of("fr", "en")) {
            var columns =
                    get("/publications/dictionary." + language + ".csv").lines().skip(1);
            assertThat(columns.map(line -> line.split(",", -1)[0]).filter(name -> !name.isEmpty()))
                    .containsExactly(csv.lines().findFirst().orElseThrow().split(",", -1));
            var described = json("/v3/api-docs").at("/components/schemas/Beside/properties");
            assertThat(get("/publications/dictionary." + language + ".csv").lines())
                    .filteredOn(line -> line.contains("figure.beside."))
                    .allSatisfy(line -> assertThat(described.has(line.replaceAll(".*figure\\.beside\\.(\\w+).*", "$1")))
                            .as(line)
                            .isTrue());
        }
    }

    @Test
    void offersAFileThatASpreadsheetInFrenchOpens() {
        var plain = get("/publications/" + PERIOD + "/2.csv").lines().toList();
        var french = get("/publications/" + PERIOD + "/2.fr.csv").lines().toList();

        assertThat(french.getFirst()).isEqualTo("\uFEFF" + plain.getFirst().replace(',', ';'));
        assertThat(french).hasSameSizeAs(plain).anyMatch(line -> line.contains(";0,51590"));
    }

    /** Cell by cell against the file for programs. */
    @Test
    @EnabledIf(value = "aSpreadsheetIsThere", disabledReason = "the file in a spreadsheet: needs LibreOffice Calc")
    void isReadByASpreadsheetInFrench(@TempDir Path directory) throws IOException, InterruptedException {
        var plain = get("/publications/" + PERIOD + "/2.csv").lines().toList();
        var opened = FrenchSpreadsheet.open(directory, get("/publications/" + PERIOD + "/2.fr.csv"));

        assertThat(opened).hasSameSizeAs(plain);
        for (int line = 0; line < plain.size(); line++) {
            assertThat(opened.get(line)).isEqualTo(FrenchSpreadsheet.meant(plain.get(line)));
        }
    }

    static boolean aSpreadsheetIsThere() {
        return FrenchSpreadsheet.isThere();
    }

    @Test
    void namesItsPublisher() {
        assertThat(get("/en"))
                .contains(
                        "Published by Example hotline",
                        "mailto:contact@hotline.example",
                        "<svg",
                        "reported to Example hotline")
                .doesNotContain("Facebook");
    }

    @Test
    void sortsByEveryColumnBothWays() {
        for (int column = 0; column < SORTED_BY.size(); column++) {
            var down = PageReader.of(get("/en?sort=" + SORTED_BY.get(column)), Locale.ENGLISH);
            var up = PageReader.of(get("/en?sort=-" + SORTED_BY.get(column)), Locale.ENGLISH);
            assertThat(down.numbers("named", column)).isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(up.numbers("named", column)).isSorted().hasSameSizeAs(down.numbers("named", column));
        }
        assertThat(PageReader.of(get("/en?sort=provider"), Locale.ENGLISH).names("named"))
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(get("/en?sort=%22%3E")).contains("aria-sort=\"descending\"").doesNotContain("\">?");
    }

    @Test
    void printsAnAnswerBesideItsRowAndTellsOfANewerVersion() {
        assertThat(get("/fr"))
                .contains("Réponse de Slow Rack Ltd", "&lt;b&gt;these", "Présenté à part")
                .doesNotContain("<script", "http://", "https://", "version antérieure");
        assertThat(get("/fr/" + PERIOD + "/1")).contains("version antérieure", "href=\"/fr/" + PERIOD + "/2\"");
        assertThat(get("/en/2024-01--2024-02/1")).contains("There is no such publication.");
    }

    /** Screenshots, a PDF and what axe-core found are left in {@code target/page}. */
    @Test
    @EnabledIf(
            value = "aBrowserIsThere",
            disabledReason = "the page in a browser: needs Chromium and npm install in src/test/browser")
    void looksRightInABrowser() throws IOException, InterruptedException {
        var output = Path.of("target/page");
        Files.createDirectories(output);
        var log = output.resolve("browser.txt").toFile();
        var process = new ProcessBuilder("node", "look.mjs", "http://127.0.0.1:" + port, "../../../target/page")
                .directory(SCRIPTS.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log.toPath())).isZero();
    }

    static boolean aBrowserIsThere() {
        return Files.isDirectory(SCRIPTS.resolve("node_modules")) && Files.isExecutable(Path.of("/usr/bin/chromium"));
    }

    private static void publish(int port, Map<String, ?> preparation, String period, int version) {
        post(port, "/v1/publications", "one", preparation);
        post(port, "/v1/publications/" + period + "/" + version + "/approval", "two", Map.of());
    }

    private static void post(int port, String path, String by, Map<String, ?> body) {
        client(port)
                .post()
                .uri(path)
                .header("Vigie-Operator", by)
                .header("Content-Type", "application/json")
                .body(new String(EventJson.write(body), UTF_8))
                .retrieve()
                .toBodilessEntity();
    }

    private static RestClient client(int port) {
        return DescribedAnswers.client(port)
                .defaultHeader("Authorization", "Bearer secret")
                .build();
    }

    private String get(String path) {
        return client(port)
                .get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .exchangeForRequiredValue(
                        (_, response) -> new String(response.getBody().readAllBytes(), UTF_8));
    }

    private JsonNode json(String path) {
        return EventJson.MAPPER.readTree(get(path));
    }
}
