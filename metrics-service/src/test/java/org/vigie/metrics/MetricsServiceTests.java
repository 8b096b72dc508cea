package org.vigie.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import net.javacrumbs.jsonunit.assertj.JsonAssertions;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.Verification;
import org.vigie.events.availability.Watermark;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.ledger.Events;
import org.vigie.metrics.ledger.Events.Targeting;
import org.vigie.support.access.CallerRole;
import org.vigie.support.events.EventJson;
import org.vigie.testing.DeadLetters;
import org.vigie.testing.DescribedAnswers;
import org.vigie.testing.ExplainedContract;
import org.vigie.testing.InProcessInfrastructure;
import org.vigie.testing.RefusedCallers;
import org.vigie.testing.RefusedFields;
import org.vigie.testing.RefusedMethods;
import org.vigie.testing.RefusedParameters;

/** The service from its topics to its answers. */
@InProcessInfrastructure
@SpringBootTest(
        classes = MetricsServiceApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=metrics-service",
            "vigie.data=target/metrics-data",
            "vigie.api-token=secret",
            "vigie.events.partitions=1",
            "vigie.publications.publisher=Example hotline <contact@hotline.example>",
            "vigie.publications.settling=0d",
            "vigie.publications.named-from=1",
            "vigie.publications.smallest-count=1"
        })
class MetricsServiceTests {

    @LocalServerPort
    private int port;

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    private Bookkeeping bookkeeping;

    private RestClient client = RestClient.create();

    @BeforeEach
    void authorise() {
        client = DescribedAnswers.client(port)
                .defaultHeader("Authorization", "Bearer secret")
                .build();
    }

    @Test
    void explainsItsInterface() {
        ExplainedContract.check(port);
    }

    @Test
    void refusesParametersThatAreUnknownOrOutOfRange() {
        RefusedParameters.check(port);
    }

    @Test
    void refusesMethodsThatAPathDoesNotHave() {
        RefusedMethods.check(port);
    }

    @Test
    void refusesFieldsThatItsDescriptionForbids() {
        RefusedFields.check(port);
    }

    @Test
    void answersOnlyWhoMayDoIt() {
        RefusedCallers.check(port, CallerRole.words());
    }

    @Test
    void countsWhatTheTopicsSay() {
        publish(Topics.PROVIDERS, "P", provider("P", "=Harmless, \"Hosting\"", "FR"));
        publish(
                Topics.CASES,
                "a",
                Events.aCase("a", "P", Action.NOTIFIED, false, Events.content("h1", Verification.VERIFIED, 0, 4)));
        var open = Targeting.of("a", "h1", "P", 1);
        publish(Topics.TARGETINGS, "a", open.removedAfter(30).snapshot());
        publish(Topics.TARGETINGS, "a", open.snapshot());
        publish(Topics.TARGETINGS, "b", Targeting.of("b", "h1", "P", 50).snapshot());
        publish(Topics.WATERMARKS, "0", new Watermark(0, Events.at(2100)));

        soon(() -> JsonAssertions.assertThatJson(get("/v1/indicators/providers/" + Events.id("P")))
                .and(
                        one -> one.node("as_of").isEqualTo("2026-03-29T12:00:00Z"),
                        one -> one.node("roles[0].name").isString().isEqualTo("=Harmless, \"Hosting\""),
                        one -> one.node("roles[0].type").isEqualTo("HOST"),
                        one -> one.node("roles[0].country").isEqualTo("FR"),
                        one -> one.node("roles[0].images_targeted").isEqualTo(2),
                        one -> one.node("roles[0].n_removed").isEqualTo(1),
                        one -> one.node("roles[0].n_open").isEqualTo(1),
                        one -> one.node("roles[0].removal_time_report.observed.p50")
                                .isEqualTo("{reached: true, hours: 30, days: 2}"),
                        one -> one.node("roles[0].removal_time_report.kaplan_meier.p90")
                                .isEqualTo("{reached: false, lower_hours: 30}"),
                        one -> one.node("roles[0].recidivism_a.numerator").isEqualTo(1),
                        one -> one.node("roles[0].removed_within.48h.count").isEqualTo(1),
                        one -> one.node("roles[0].few").isEqualTo(true)));
        assertThat(get("/v1/indicators/providers?format=csv"))
                .contains("\r\n" + Events.id("P") + ",\"'=Harmless, \"\"Hosting\"\"\",HOST,HOST,FR,");
        soon(() -> JsonAssertions.assertThatJson(get("/v1/indicators/totals"))
                .and(
                        totals -> totals.node("verified.detections").isEqualTo(4),
                        totals -> totals.node("targeted.units").isEqualTo(1)));
        JsonAssertions.assertThatJson(get("/v1/indicators/definitions"))
                .node("definitions")
                .isArray()
                .isNotEmpty();
    }

    @Test
    void answersInTheFormAskedForAndTellsWhatHasNotChanged() {
        publish(Topics.TARGETINGS, "f", Targeting.of("f", "h5", "F", 1).snapshot());
        soon(() -> assertThat(get("/v1/indicators/providers"))
                .contains(Events.id("F").toString()));

        assertThat(client.get()
                        .uri("/v1/indicators/stages")
                        .header("Accept", "text/csv")
                        .retrieve()
                        .body(String.class))
                .startsWith("group,as_of,images_targeted");
        JsonAssertions.assertThatJson(get("/v1/indicators/providers/" + Events.id("F")))
                .and(
                        one -> one.node("roles[0].images_targeted").isEqualTo(1),
                        one -> one.node("roles[0].curve").isArray(),
                        one -> one.node("months[0].group").isString().isEqualTo("2026-01"));
        for (var table : List.of("types", "categories", "countries", "months", "archives", "totals")) {
            assertThat(get("/v1/indicators/" + table)).startsWith("{");
        }
        assertThat(get("/v1/indicators/providers?country=zz&from=2026-01-01T00:00:00Z&stage=PREPUBESCENT"))
                .contains("\"providers\":[]");
        assertThat(status("/v1/indicators/stages?stage=SECRET", "")).isEqualTo(400);
        var tag = client.get()
                .uri("/v1/indicators/definitions")
                .retrieve()
                .toBodilessEntity()
                .getHeaders()
                .getETag();
        assertThat(status("/v1/indicators/definitions", String.valueOf(tag))).isEqualTo(304);
        assertThat(DescribedAnswers.client(port)
                        .build()
                        .get()
                        .uri("/v1/indicators/providers")
                        .<Integer>exchange(
                                (_, response) -> response.getStatusCode().value()))
                .isEqualTo(401);
    }

    @Test
    void showsEverybodyWhatTwoPersonsApprovedAndNothingElse() {
        publish(Topics.PROVIDERS, "L", provider("L", "<Late> & Co", "CA"));
        publish(Topics.WATERMARKS, "0", new Watermark(0, Events.at(2100)));
        for (int i = 0; i < 24; i++) {
            publish(
                    Topics.TARGETINGS,
                    "l" + i,
                    Targeting.of("l" + i, "l" + i, "L", 2).removedAfter(20 + i).snapshot());
        }
        soon(() -> JsonAssertions.assertThatJson(get("/v1/indicators/providers/" + Events.id("L")))
                .and(
                        one -> one.node("as_of").isEqualTo("2026-03-29T12:00:00Z"),
                        one -> one.node("roles[0].name").isString().isEqualTo("<Late> & Co"),
                        one -> one.node("roles[0].country").isEqualTo("CA"),
                        one -> one.node("roles[0].n_removed").isEqualTo(24)));

        var prepared = post("/v1/publications", "one", "{\"from\": \"2026-01\", \"to\": \"2026-01\"}");
        assertThat(prepared.status()).isEqualTo(201);
        var version = "2026-01--2026-01/"
                + EventJson.MAPPER.readTree(prepared.body()).path("version").intValue();
        assertThat(open("/fr/" + version).status()).isEqualTo(404);
        assertThat(post("/v1/publications/" + version + "/approval", "One", "{}")
                        .status())
                .isEqualTo(409);
        assertThat(post("/v1/publications/" + version + "/approval", "two", "{}")
                        .status())
                .isEqualTo(200);

        var french = open("/fr").body();
        assertThat(french)
                .contains("&lt;Late&gt; &amp; Co", "Hébergeur", "Trois mises en garde", "2\u00a0jours", "lang=\"fr\"")
                .doesNotContain("<Late>", "http://", "https://", "<script");
        assertThat(open("/en?sort=provider").body()).contains("aria-sort=\"ascending\"", "Three cautions");
        JsonAssertions.assertThatJson(open("/publications/" + version + ".json").body())
                .and(
                        json -> json.node("figures.named")
                                .isArray()
                                .anySatisfy(row -> JsonAssertions.assertThatJson(row)
                                        .and(
                                                one -> one.node("name")
                                                        .isString()
                                                        .isEqualTo("<Late> & Co"),
                                                one -> one.node("figure.targeted")
                                                        .isEqualTo(24))),
                        json -> json.node("prepared_by").isAbsent());
        assertThat(open("/publications/" + version + ".csv").body()).contains("provider,<Late> & Co,HOST,CA,24,24,0,0");
        assertThat(open("/publications/dictionary.en.csv").body()).contains("km_p90,");
        assertThat(open("/publication.css").status()).isEqualTo(200);
        assertThat(open("/actuator/prometheus").body())
                .contains("vigie_images_targeted{provider=\"" + Events.id("L") + "\",role=\"HOST\"} 24.0")
                .contains("stat=\"km_p90\"", "vigie_metrics_as_of_timestamp_seconds");
    }

    @Test
    void parksWhatIsNoSnapshotAndGoesOn() {
        var key = UUID.randomUUID().toString();
        var poison = List.of("{\"targeting_id\": 1}", "{}");
        var before = deadLetters();
        poison.forEach(value -> kafka.send(Topics.TARGETINGS, key.getBytes(UTF_8), value.getBytes(UTF_8))
                .join());
        publish(Topics.TARGETINGS, "z", Targeting.of("z", "h9", "Z", 1).snapshot());

        soon(() -> assertThat(get("/v1/indicators/providers"))
                .contains(Events.id("Z").toString()));
        soon(() -> assertThat(DeadLetters.of(Topics.TARGETINGS))
                .filteredOn(letter -> key.equals(new String(letter.key(), UTF_8)))
                .extracting(letter -> new String(letter.value(), UTF_8))
                .containsExactlyElementsOf(poison));
        soon(() -> assertThat(deadLetters()).isEqualTo(before + poison.size()));
        assertThat(open("/actuator/prometheus").body()).contains("vigie_meter_sources_failed 0.0");
    }

    private double deadLetters() {
        return open("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("vigie_dead_letters_total{topic=\"targetings.v1-dlt\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void countsTheSameAfterARestart() {
        publish(Topics.TARGETINGS, "r", Targeting.of("r", "h7", "R", 1).snapshot());
        soon(() -> assertThat(get("/v1/indicators/providers"))
                .contains(Events.id("R").toString()));

        bookkeeping.rebuild();

        assertThat(get("/v1/indicators/providers")).contains(Events.id("R").toString());
    }

    /** What is not there yet may come, too. */
    private static void soon(ThrowingRunnable asserted) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreException(HttpClientErrorException.NotFound.class)
                .untilAsserted(asserted);
    }

    private void publish(String topic, String key, Object snapshot) {
        var id = switch (snapshot) {
            case Watermark _ -> key;
            case TargetingSnapshot targeting -> targeting.targetingId().toString();
            default -> Events.id(key).toString();
        };
        kafka.send(topic, id.getBytes(UTF_8), EventJson.write(snapshot)).join();
    }

    private record Page(int status, String body) {}

    /** What somebody without a token is answered. */
    private Page open(String path) {
        return DescribedAnswers.client(port)
                .build()
                .get()
                .uri(path)
                .exchangeForRequiredValue(MetricsServiceTests::page);
    }

    private static Page page(HttpRequest request, ClientHttpResponse response) throws IOException {
        return new Page(
                response.getStatusCode().value(), new String(response.getBody().readAllBytes(), UTF_8));
    }

    private Page post(String path, String by, String json) {
        return client.post()
                .uri(path)
                .header("Vigie-Operator", by)
                .header("Content-Type", "application/json")
                .body(json)
                .exchangeForRequiredValue(MetricsServiceTests::page);
    }

    private int status(String path, String tag) {
        Integer status = client.get()
                .uri(path)
                .header("If-None-Match", tag)
                .exchange((_, response) -> response.getStatusCode().value());
        return status == null ? 0 : status;
    }

    private String get(String path) {
        var body = client.get().uri(path).retrieve().body(String.class);
        return body == null ? "" : body;
    }

    private static ProviderSnapshot provider(String id, String name, String country) {
        UUID none = null;
        return new ProviderSnapshot(
                Events.id(id), 1, name, null, Role.HOST, country, null, none, none, false, null, List.of());
    }
}
