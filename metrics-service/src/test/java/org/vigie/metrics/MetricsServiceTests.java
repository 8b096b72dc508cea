package org.vigie.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import net.javacrumbs.jsonunit.assertj.JsonAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
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

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> JsonAssertions.assertThatJson(get("/v1/indicators/providers"))
                        .and(
                                table -> table.node("as_of").isEqualTo("2026-03-29T12:00:00Z"),
                                table -> table.node("providers[0].images_targeted")
                                        .isEqualTo(2)));
        JsonAssertions.assertThatJson(get("/v1/indicators/providers"))
                .node("providers[0]")
                .and(
                        row -> row.node("name").isString().isEqualTo("=Harmless, \"Hosting\""),
                        row -> row.node("type").isEqualTo("HOST"),
                        row -> row.node("country").isEqualTo("FR"),
                        row -> row.node("n_removed").isEqualTo(1),
                        row -> row.node("n_open").isEqualTo(1),
                        row -> row.node("removal_time_report.observed.p50")
                                .isEqualTo("{reached: true, hours: 30, days: 2}"),
                        row -> row.node("removal_time_report.kaplan_meier.p90")
                                .isEqualTo("{reached: false, lower_hours: 30}"),
                        row -> row.node("recidivism_a.numerator").isEqualTo(1),
                        row -> row.node("removed_within.48h.count").isEqualTo(1),
                        row -> row.node("few").isEqualTo(true));
        assertThat(get("/v1/indicators/providers?format=csv"))
                .contains("\r\n" + Events.id("P") + ",\"'=Harmless, \"\"Hosting\"\"\",HOST,HOST,FR,");
        JsonAssertions.assertThatJson(get("/v1/indicators/totals"))
                .and(
                        totals -> totals.node("verified.detections").isEqualTo(4),
                        totals -> totals.node("targeted.units").isEqualTo(1));
        JsonAssertions.assertThatJson(get("/v1/indicators/definitions"))
                .node("definitions")
                .isArray()
                .isNotEmpty();
    }

    @Test
    void answersInTheFormAskedForAndTellsWhatHasNotChanged() {
        publish(Topics.TARGETINGS, "f", Targeting.of("f", "h5", "F", 1).snapshot());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get("/v1/indicators/providers"))
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
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> JsonAssertions.assertThatJson(get("/v1/indicators/providers/" + Events.id("L")))
                        .and(
                                one -> one.node("as_of").isPresent(),
                                one -> one.node("roles[0].n_removed").isEqualTo(24)));
        assertThat(open("/en").body()).contains("No publication is approved yet.");

        var preparation = "{\"from\": \"2026-01\", \"to\": \"2026-01\"}";
        assertThat(post("/v1/publications", "one", preparation)).isEqualTo(201);
        assertThat(open("/fr/2026-01--2026-01/1").status()).isEqualTo(404);
        assertThat(post("/v1/publications/2026-01--2026-01/1/approval", "One", "{}"))
                .isEqualTo(409);
        assertThat(post("/v1/publications/2026-01--2026-01/1/approval", "two", "{}"))
                .isEqualTo(200);

        var french = open("/fr").body();
        assertThat(french)
                .contains("&lt;Late&gt; &amp; Co", "Hébergeur", "Trois mises en garde", "2\u00a0jours", "lang=\"fr\"")
                .doesNotContain("<Late>", "http://", "https://", "<script");
        assertThat(open("/en?sort=provider").body()).contains("aria-sort=\"ascending\"", "Three cautions");
        JsonAssertions.assertThatJson(
                        open("/publications/2026-01--2026-01/1.json").body())
                .and(
                        json -> json.node("figures.named[0].name").isString().isEqualTo("<Late> & Co"),
                        json -> json.node("figures.named[0].figure.targeted").isEqualTo(24),
                        json -> json.node("prepared_by").isAbsent());
        assertThat(open("/publications/2026-01--2026-01/1.csv").body())
                .contains("provider,<Late> & Co,HOST,CA,24,24,0,0");
        assertThat(open("/publications/dictionary.en.csv").body()).contains("km_p90,");
        assertThat(open("/publication.css").status()).isEqualTo(200);
        assertThat(open("/actuator/prometheus").body())
                .contains("vigie_images_targeted{provider=\"" + Events.id("L") + "\",role=\"HOST\"} 24.0")
                .contains("stat=\"km_p90\"", "vigie_metrics_as_of_timestamp_seconds");
    }

    @Test
    void parksWhatIsNoSnapshotAndGoesOn() {
        var poison = "{\"targeting_id\": 1}".getBytes(UTF_8);
        kafka.send(Topics.TARGETINGS, "x".getBytes(UTF_8), poison).join();
        kafka.send(Topics.TARGETINGS, "y".getBytes(UTF_8), "{}".getBytes(UTF_8)).join();
        publish(Topics.TARGETINGS, "z", Targeting.of("z", "h9", "Z", 1).snapshot());

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get("/v1/indicators/providers"))
                        .contains(Events.id("Z").toString()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(DeadLetters.of(Topics.TARGETINGS))
                        .anySatisfy(letter -> assertThat(letter.value()).isEqualTo(poison))
                        .hasSize(2));
        assertThat(open("/actuator/prometheus").body())
                .contains(
                        "vigie_dead_letters_total{topic=\"targetings.v1-dlt\"} 2.0", "vigie_meter_sources_failed 0.0");
    }

    @Test
    void countsTheSameAfterARestart() {
        publish(Topics.TARGETINGS, "r", Targeting.of("r", "h7", "R", 1).snapshot());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get("/v1/indicators/providers"))
                        .contains(Events.id("R").toString()));

        bookkeeping.rebuild();

        assertThat(get("/v1/indicators/providers")).contains(Events.id("R").toString());
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
                .exchangeForRequiredValue((_, response) -> new Page(
                        response.getStatusCode().value(),
                        new String(response.getBody().readAllBytes(), UTF_8)));
    }

    private int post(String path, String by, String json) {
        return client.post()
                .uri(path)
                .header("Vigie-Operator", by)
                .header("Content-Type", "application/json")
                .body(json)
                .<Integer>exchangeForRequiredValue(
                        (_, response) -> response.getStatusCode().value());
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
