package org.vigie.standalone.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.standalone.story.RunningVigie.NOTICE;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.vigie.standalone.canary.Artefact;
import org.vigie.standalone.canary.Artefact.Kind;
import org.vigie.standalone.story.RunningVigie.Answer;

/** Two partners: one hands in a batch and hears by webhook, the other looks for what is not theirs. */
final class CanaryPartners {

    private static final Duration SOON = Duration.ofMinutes(3);

    private final UpProcess vigie;
    private final Consumer<Artefact> read;

    CanaryPartners(UpProcess vigie, Consumer<Artefact> read) {
        this.vigie = vigie;
        this.read = read;
    }

    void play(SmallInternet internet) {
        var one = partner("hotline-one");
        handsInABatch(one);
        hearsByWebhook(one, internet);
        looksForWhatIsNotTheirs(partner("hotline-two"));
    }

    private RestClient partner(String name) {
        var ends = Instant.now().plus(300, ChronoUnit.DAYS);
        var issued = vigie.post(NOTICE, "/v1/api-keys", "key-" + name, """
                {"partner": "%s", "rights": ["SUBMIT", "READ"], "expires_at": "%s"}""".formatted(name, ends));
        assertThat(issued.status()).as(issued.text()).isEqualTo(201);
        return RestClient.builder()
                .baseUrl(vigie.said(NOTICE))
                .defaultHeader(
                        "Authorization", "Bearer " + issued.json().path("key").asString())
                .build();
    }

    private void handsInABatch(RestClient partner) {
        var lines = """
                {"url": "http://%1$s.test/", "category": "CSAM", "verification": "SUSPECT", "partner_reference": "%2$s"}
                {"url": "http://%1$s:x/", "category": "CSAM", "verification": "SUSPECT", "partner_reference": "%2$s"}
                {"url": "http://x.test/", "%1$s": "%1$s"}
                "%1$s
                """.formatted(Planted.IN_A_BATCH.word(), Planted.PARTNER_REFERENCE.word());
        var taken = answer(partner.post()
                .uri("/v1/report-batches")
                .header("Idempotency-Key", "a batch")
                .contentType(MediaType.parseMediaType("application/x-ndjson"))
                .body(lines));
        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
        var batch = "/v1/report-batches/" + taken.json().path("batch_id").asString();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                get(partner, batch).json().path("state").asString())
                        .isEqualTo("DONE"));
        searched(get(partner, batch));
        var told = searched(get(partner, batch + "/lines"));
        assertThat(told.json().path("lines")).hasSize(4);
    }

    /** The receiver's address is told to its partner only, and stands nowhere in clear. */
    private void hearsByWebhook(RestClient partner, SmallInternet internet) {
        var port = URI.create(internet.page("x.test", "/")).getPort();
        var path = "/" + Planted.WEBHOOK.word();
        internet.answer(path, 500);
        var added = answer(partner.post()
                .uri("/v1/webhooks")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"url\": \"http://%s:%d%s\"}".formatted(Planted.WHERE_HOSTS_LEAD.word(), port, path)));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        var webhook = "/v1/webhooks/" + added.json().at("/about/webhook_id").asString();
        answer(partner.post().uri(webhook + "/ping"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(internet.wasAsked(path)).isTrue());
        searched(get(partner, webhook + "/deliveries"));
    }

    private void looksForWhatIsNotTheirs(RestClient partner) {
        var reports = vigie.get(NOTICE, "/v1/reports").json().path("reports");
        assertThat(reports).isNotEmpty();
        for (var report : reports) {
            var id = report.path("report_id").asString();
            assertThat(searched(get(partner, "/v1/reports/" + id)).status()).isEqualTo(404);
        }
        for (var path : List.of("/v1/reports", "/v1/changes", "/v1/webhooks", "/v1/cases", "/v1/stop")) {
            searched(get(partner, path));
        }
    }

    private static Answer get(RestClient partner, String path) {
        return answer(partner.get().uri(path));
    }

    private static Answer answer(RestClient.RequestHeadersSpec<?> asked) {
        return asked.exchange((_, response) -> Answer.of(response));
    }

    private Answer searched(Answer answer) {
        var bytes = (answer.headers() + answer.text()).getBytes(UTF_8);
        read.accept(new Artefact(Kind.ANSWERS, "partner's answer " + answer.status(), bytes));
        return answer;
    }
}
