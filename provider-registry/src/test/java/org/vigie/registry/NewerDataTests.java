package org.vigie.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.vigie.events.Topics;
import org.vigie.events.provider.ChainSnapshot.Hop;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.registry.cli.RegistryCommands;
import org.vigie.registry.provider.CuratedList;
import org.vigie.support.seal.Keysets;
import org.vigie.support.settings.VigieSettings;
import org.vigie.testing.DescribedAnswers;
import org.vigie.url.PublicSuffixes;

/** {@code ./vigie data load} while the service runs: no restart is needed. */
@RegistryTest
class NewerDataTests {

    private final CaseEvents cases;
    private final ScriptedNames names;
    private final VigieSettings settings;
    private final MeterRegistry meters;

    @TempDir
    private Path directory;

    @LocalServerPort
    private int port;

    NewerDataTests(
            @Autowired KafkaTemplate<byte[], byte[]> kafka,
            @Autowired Keysets keysets,
            @Autowired Clock clock,
            @Autowired ScriptedNames names,
            @Autowired VigieSettings settings,
            @Autowired MeterRegistry meters) {
        this.cases = new CaseEvents(kafka, keysets, clock);
        this.names = names;
        this.settings = settings;
        this.meters = meters;
    }

    /** What is in use stays in memory; a later run begins without it. */
    @AfterEach
    void removeWhatWasLoaded() throws IOException {
        for (var name : List.of("curated.yaml", "cdn-ranges.yaml", "public_suffix_list.dat")) {
            Files.deleteIfExists(settings.data().resolve("data-sets").resolve(name));
        }
    }

    @Test
    void resolvesOpenCasesAgainByANewerCuratedList() throws IOException {
        var id = unresolved("curated-later.images.test", "127.9.81.1");
        var list = read(CuratedList.class, "curated.yaml")
                + "\n  - {name: Curated Later, type: HOST, ranges: [127.9.81.0/24]}\n";

        load("curated", list);

        patiently()
                .untilAsserted(
                        () -> assertThat(CaseEvents.newestChain(id).reason()).isEqualTo("NO_USABLE_CONTACT"));
        assertThat(CaseEvents.newestChain(id).hops()).extracting(Hop::evidence).containsExactly("ADDRESS_RANGE");
    }

    @Test
    void resolvesOpenCasesAgainByNewerRangesOfDeliveryNetworks() throws IOException {
        var id = unresolved("fronted-later.images.test", "127.9.82.1");
        names.resolvesTo("fronted-later.images.test", "127.9.82.1", "x.front-later.test");
        var list = read(CuratedList.class, "cdn-ranges.yaml")
                + "\n  - {name: Front Later, type: CDN, suffixes: [front-later.test]}\n";

        load("cdn-ranges", list);

        patiently()
                .untilAsserted(() -> assertThat(CaseEvents.newestChain(id).hops())
                        .extracting(Hop::evidence)
                        .containsExactly("AWAITING_CDN_DISCLOSURE", "ALIAS_SUFFIX"));
    }

    @Test
    void readsToldFactsByANewerSuffixList() throws IOException {
        var told = "{\"name\": \"%s\", \"type\": \"HOST\", \"network_objects\":"
                + " [{\"kind\": \"DOMAIN_SUFFIX\", \"value\": \"later.example.com\"}]}";
        assertThat(post("/v1/providers", told.formatted("Before"))).startsWith("201 ");
        var list = read(PublicSuffixes.class, "/org/publicsuffix/list/effective_tld_names.dat")
                .replace("\nco.uk\n", "\nco.uk\nlater.example.com\n");

        load("public-suffix-list", list);
        rows("public-suffix-list");

        assertThat(post("/v1/providers", told.formatted("After")))
                .startsWith("400 ")
                .contains("/network_objects/0/value");
    }

    private UUID unresolved(String host, String address) {
        names.resolvesTo(host, address);
        var id = UUID.randomUUID();
        cases.send(Topics.CASES, id, cases.snapshot(id, 1, Action.VERIFIED, false, null));
        cases.send(Topics.LOCATIONS, id, cases.location(id, "http://" + host + "/a"));
        patiently()
                .untilAsserted(
                        () -> assertThat(CaseEvents.newestChain(id).reason()).isEqualTo("PROVIDER_UNKNOWN"));
        return id;
    }

    /** Then something looks at the sets, as Prometheus does all the time and the service itself once a minute. */
    private void load(String set, String content) throws IOException {
        var file = Files.writeString(directory.resolve("newer"), content);
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, UTF_8);
        var variables = Map.of("VIGIE_DATA", settings.data().toString());
        assertThat(RegistryCommands.loadData(set, file, variables, out, out))
                .as(() -> said.toString(UTF_8))
                .isZero();
        assertThat(rows(set)).isPositive();
    }

    private double rows(String set) {
        return meters.get("vigie.data.set.rows").tag("set", set).gauge().value();
    }

    private String post(String path, String body) {
        return DescribedAnswers.client(port)
                .build()
                .post()
                .uri(path)
                .header("Authorization", "Bearer secret")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange((_, response) -> response.getStatusCode().value() + " "
                        + new String(response.getBody().readAllBytes(), UTF_8));
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private static String read(Class<?> beside, String name) throws IOException {
        try (var file = Objects.requireNonNull(beside.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
