package org.vigie.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.vigie.registry.curated.CuratedConfiguration;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.dataset.Current;
import org.vigie.registry.provider.CuratedList;
import org.vigie.registry.provider.SeedProviders;
import org.vigie.support.settings.VigieSettings;
import org.vigie.testing.DescribedAnswers;
import org.vigie.url.PublicSuffixes;

/**
 * Every data set that has a loader, broken in every way while the service runs: refused with line and reason, counted,
 * and the one in use goes on serving.
 */
@RegistryTest
class BrokenDataSetsTests {

    private static final Map<String, String> FILES = Map.of(
            "as-table", "as-table.gz",
            "public-suffix-list", "public_suffix_list.dat",
            "curated", "curated.yaml",
            "cdn-ranges", "cdn-ranges.yaml");
    private static final int MANY = 420_000;

    private final VigieSettings settings;
    private final MeterRegistry meters;
    private final SeedProviders seedProviders;
    private final Current<CuratedList> curated;
    private final Current<CuratedList> cdnRanges;

    @LocalServerPort
    private int port;

    BrokenDataSetsTests(
            @Autowired VigieSettings settings,
            @Autowired MeterRegistry meters,
            @Autowired SeedProviders seedProviders,
            @Autowired @Qualifier("curated") Current<CuratedList> curated,
            @Autowired @Qualifier("cdnRanges") Current<CuratedList> cdnRanges) {
        this.settings = settings;
        this.meters = meters;
        this.seedProviders = seedProviders;
        this.curated = curated;
        this.cdnRanges = cdnRanges;
    }

    /** Other tests of the same service empty its store. */
    @BeforeEach
    void asAtStart() {
        seedProviders.seed(CuratedConfiguration.everybody(curated, cdnRanges));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.1.1.0,1.1.1.255,13335,a~1.1.1.9,1.1.2.9,13335 | line 2:
            1.1.1.0,1.1.1.255,13335,a~1.1.2.0,1.1.2.9,23456 | line 2: AS23456 is reserved
            1.1.1.0,1.1.1.255,13335,a~1.1.2.                | line 2: expected start,end,asn,name
            1.1.1.0,1.1.1.255,13335,a                       | 1 ranges are less than 80 % of the
            """)
    void refusesABrokenAsTable(String csv, String reason) throws IOException {
        refused("as-table", csv.replace('~', '\n').getBytes(UTF_8), reason);
    }

    @Test
    void refusesAnAsTableThatIsCutOff() throws IOException {
        try (var shipped = Objects.requireNonNull(AsTable.class.getResourceAsStream("as-table.gz"))) {
            var whole = shipped.readAllBytes();
            refused("as-table", Arrays.copyOf(whole, whole.length / 2), "it is cut off");
        }
    }

    @Test
    void refusesAnAsTableThatIsWrongAboutWhatEverybodyKnows() throws IOException {
        var csv = IntStream.range(0, MANY)
                .map(block -> (1 << 16) + block)
                .mapToObj(block ->
                        "%1$d.%2$d.%3$d.0,%1$d.%2$d.%3$d.255,1".formatted(block >> 16, block >> 8 & 0xff, block & 0xff))
                .collect(Collectors.joining("\n"));

        refused("as-table", csv.getBytes(UTF_8), "1.1.1.1 is of AS1 here and should be of AS13335");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            // ===END PRIVATE DOMAINS=== |            | without being complete
            co.uk                        | co.*.uk    | line
            github.io                    | github.org | a.b.github.io ends in io here and should in github.io
            """)
    void refusesABrokenSuffixList(String good, String bad, String reason) throws IOException {
        var whole = read(PublicSuffixes.class, "/org/publicsuffix/list/effective_tld_names.dat");

        refused(
                "public-suffix-list",
                whole.replaceFirst("(?m)^" + Pattern.quote(good) + "$", bad == null ? "" : bad)
                        .getBytes(UTF_8),
                reason);
    }

    @Test
    void refusesASuffixListOfWhichAFifthIsMissing() throws IOException {
        var whole = read(PublicSuffixes.class, "/org/publicsuffix/list/effective_tld_names.dat");
        var few = whole.lines()
                .filter(line -> line.startsWith("//") || line.hashCode() % 2 == 0)
                .collect(Collectors.joining("\n"));

        refused("public-suffix-list", few.getBytes(UTF_8), "rules are less than 80 % of the");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            curated    | github.io                 | gi thub.io                   | line 37: expected a host name
            curated    | NFOrce Entertainment B.V. | Serverel                     | the provider is in line
            curated    | suffixes: [gitlab.io]     | asns: [64512]                | AS64512 is reserved
            curated    | [github.io                | [github.com                  | GitHub Pages should have DOMAIN_SUFFIX
            curated    | platforms:                | platforms: [                 | is no YAML
            cdn-ranges | 104.16.0.0/13             | 104.16.0.0/40                | line 10:
            cdn-ranges | 209242                    | 64512                        | AS64512 is reserved
            cdn-ranges | 104.16.0.0/13             | 104.16.0.0/14                | CloudFlare should have CIDR 104.16.0.0/13
            cdn-ranges | suffixes: [cloudfront.net] | ranges: [104.24.0.0/16]     | overlaps
            cdn-ranges | "2c0f:f248::/32"]         | "2c0f:f248:                  | is no YAML
            """)
    void refusesABrokenList(String set, String good, String bad, String reason) throws IOException {
        var whole = read(CuratedList.class, set + ".yaml");
        var broken = whole.replace(good, bad);
        assertThat(broken).isNotEqualTo(whole);

        refused(set, broken.getBytes(UTF_8), reason);
    }

    @ParameterizedTest
    @CsvSource({"curated", "cdn-ranges"})
    void refusesAListOfWhichAFifthIsMissing(String set) throws IOException {
        var few = read(CuratedList.class, set + ".yaml")
                .lines()
                .filter(line -> !line.contains("type: HOST") && !line.contains("190.93."))
                .collect(Collectors.joining("\n"));

        refused(set, few.getBytes(UTF_8), "rows are less than 80 % of the");
    }

    private void refused(String set, byte[] broken, String reason) throws IOException {
        var file = settings.data().resolve("data-sets").resolve(Objects.requireNonNull(FILES.get(set)));
        var before = refusals();
        var rows = rows(set);
        var log = (Logger) LoggerFactory.getLogger(Current.class);
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        log.addAppender(said);
        try {
            Files.createDirectories(file.resolveSibling("."));
            var whole = Files.write(file.resolveSibling("broken.tmp"), broken);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            answers();
            answers();
            rows(set);

            // The service's own threads look too: one of them may still be reading the file.
            await().atMost(Duration.ofSeconds(60)).until(() -> !said.list.isEmpty());
            assertThat(refusals()).containsExactlyInAnyOrderEntriesOf(oneMore(before, set));
            assertThat(said.list)
                    .singleElement()
                    .satisfies(line -> assertThat(line.getKeyValuePairs())
                            .anySatisfy(pair -> assertThat(pair).hasToString("set=\"" + set + "\""))
                            .anySatisfy(pair ->
                                    assertThat(String.valueOf(pair.value)).contains(reason)));
            assertThat(rows(set)).isEqualTo(rows);
        } finally {
            log.detachAppender(said);
            Files.deleteIfExists(file);
        }
    }

    /** As before, from every set. */
    private void answers() {
        assertThat(resolve("http://tenant.github.io/x")).contains("GitHub Pages", "GitHub, Inc.");
        assertThat(resolve("http://8.8.8.8/")).contains("15169");
        assertThat(resolve("http://104.16.132.229/")).contains("CloudFlare");
    }

    private String resolve(String url) {
        return Objects.requireNonNull(DescribedAnswers.client(port)
                .build()
                .post()
                .uri("/v1/resolutions")
                .header("Authorization", "Bearer secret")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"url\": \"" + url + "\", \"online\": false}")
                .retrieve()
                .body(String.class));
    }

    private Map<String, Double> refusals() {
        return FILES.keySet().stream()
                .collect(Collectors.toMap(
                        set -> set,
                        set -> meters.get("vigie.data.set.refused")
                                .tag("set", set)
                                .functionCounter()
                                .count()));
    }

    private double rows(String set) {
        return meters.get("vigie.data.set.rows").tag("set", set).gauge().value();
    }

    private static Map<String, Double> oneMore(Map<String, Double> before, String set) {
        return before.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue() + (entry.getKey().equals(set) ? 1 : 0)));
    }

    private static String read(Class<?> beside, String name) throws IOException {
        try (var file = Objects.requireNonNull(beside.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
