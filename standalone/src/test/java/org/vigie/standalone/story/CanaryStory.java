package org.vigie.standalone.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.standalone.story.RunningVigie.CHECKER;
import static org.vigie.standalone.story.RunningVigie.METRICS;
import static org.vigie.standalone.story.RunningVigie.NOTICE;
import static org.vigie.standalone.story.RunningVigie.REGISTRY;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.vigie.events.Topics;
import org.vigie.standalone.Sealing;
import org.vigie.standalone.canary.Artefact;
import org.vigie.standalone.canary.Artefact.Hit;
import org.vigie.standalone.canary.Artefact.Kind;
import org.vigie.standalone.canary.Disk;
import org.vigie.standalone.canary.Words;
import org.vigie.standalone.story.RunningVigie.Answer;
import tools.jackson.databind.JsonNode;

/** One process that meets every planted word on its good and its bad ways; then, all that it wrote. */
final class CanaryStory {

    private static final Duration SOON = Duration.ofMinutes(3);

    private final Path directory;
    private final Map<String, String> more;
    private final Words words;
    private final List<Hit> hits = new ArrayList<>();
    /** What a producer wrote to its topic in clear, packed in each way that Kafka knows. */
    private final Map<String, String> poison =
            Map.of("gzip", Planted.made(), "snappy", Planted.made(), "lz4", Planted.made(), "zstd", Planted.made());

    /**
     * A story that has not begun.
     *
     * @param more variables beside those of a usual start
     */
    CanaryStory(Path directory, Map<String, String> more) {
        this.directory = directory;
        this.more = more;
        this.words = new Words(
                Stream.concat(Planted.all().stream(), poison.values().stream()).toList());
    }

    List<String> poison() {
        return List.copyOf(poison.values());
    }

    /** Plays it; every word found in what was written on the way or is there afterwards. */
    List<Hit> play() throws IOException, InterruptedException {
        var data = directory.resolve("data");
        var temporary = Files.createDirectories(directory.resolve("temporary"));
        try (var internet = new SmallInternet();
                var relay = new PickyRelay(Planted.RELAY_REFUSES.word())) {
            try (var vigie = UpProcess.on(environment(data, temporary, internet, relay))) {
                report(vigie, internet);
                detect(vigie, data);
                blunder(vigie);
                happened(vigie, internet, relay);
                decide(vigie);
                new CanaryDesk(vigie, this::search).play(data);
                new CanaryPartners(vigie, this::search).play(internet);
                ask(vigie);
                assertThat(vigie.stop()).isLessThan(Duration.ofSeconds(30));
                search(new Artefact(Kind.LOG, "console", vigie.console().getBytes(UTF_8)));
            }
            relay.mails().forEach(mail -> search(new Artefact(Kind.MAIL, "mail", mail.getBytes(UTF_8))));
        }
        Disk.dataDirectory(data, this::search);
        Disk.temporary(temporary, this::search);
        Disk.backup(data, directory.resolve("backup.tar.gz"), this::search);
        return List.copyOf(hits);
    }

    private void search(Artefact artefact) {
        artefact.hits(words).forEach(hits::add);
    }

    private Map<String, String> environment(Path data, Path temporary, SmallInternet internet, PickyRelay relay) {
        var environment = new HashMap<>(RunningVigie.environment(data, relay.address()));
        environment.put("VIGIE_DNS", internet.names());
        environment.put("JDK_JAVA_OPTIONS", "-Dlogback.configurationFile=logback.xml -Djava.io.tmpdir=" + temporary);
        environment.put("SPRING_MAIN_SOURCES", Stumbling.class.getName());
        environment.put(Stumbling.WORD, Planted.STUMBLES.word());
        environment.putAll(more);
        return environment;
    }

    private void report(UpProcess vigie, SmallInternet internet) {
        assertThat(vigie.post(REGISTRY, "/v1/providers", "host", Reports.host(SmallInternet.TEST_NETWORK))
                        .status())
                .isEqualTo(201);
        var whole = internet.page(Planted.HOST.word() + ".test", "/" + Planted.PATH.word())
                .replace("http://", "http://" + Planted.USER.word() + "@");
        file(vigie, whole + "?q=" + Planted.QUERY.word() + "#" + Planted.FRAGMENT.word());
        file(vigie, internet.page("b\u00fccher" + Planted.IDN_HOST.word() + ".test", "/idn"));
        file(vigie, "http://" + internet.noSuchHost(Planted.NO_SUCH_NAME.word() + ".test") + "/");
        file(vigie, at(internet, Planted.NO_TLS).replace("http:", "https:"));
        file(vigie, at(internet, Planted.CIRCLE));
        internet.redirect("/" + Planted.CIRCLE.word(), at(internet, Planted.CIRCLE_NEXT));
        internet.redirect("/" + Planted.CIRCLE_NEXT.word(), at(internet, Planted.CIRCLE));
        file(vigie, at(internet, Planted.FAILING));
        internet.answer("/" + Planted.FAILING.word(), 503);
        file(
                vigie,
                "http://%s:%d/%s"
                        .formatted(
                                Planted.WHERE_NOBODY_LISTENS.word(),
                                SmallInternet.freePort(),
                                Planted.NOBODY_LISTENS.word()));
        file(vigie, at(internet, Planted.GONE));
        internet.answer("/" + Planted.GONE.word(), 410);
        file(vigie, at(internet, Planted.RELAY_REFUSES));
        file(vigie, at(internet, Planted.STUMBLES));
    }

    private static String at(SmallInternet internet, Planted planted) {
        return internet.page(planted.word() + ".test", "/" + planted.word());
    }

    private static void file(UpProcess vigie, String url) {
        var body = Reports.verified(url).strip().replace(Reports.sha256(url), Planted.HASH.word());
        var answer = vigie.post(
                NOTICE,
                "/v1/reports",
                "report-" + url.hashCode(),
                body.substring(0, body.length() - 1)
                        + """
                , "referrer": "http://%s.test/", "found_on": "http://%s.test/", "partner_reference": "%s"}""".formatted(
                                Planted.REFERRER.word(), Planted.FOUND_ON.word(), Planted.PARTNER_REFERENCE.word()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    }

    private void detect(UpProcess vigie, Path data) {
        var good = Reports.detection("d-good", "http://%s.test/".formatted(Planted.SEALED.word()));
        var moved = Reports.detection("d-moved", "http://%s.test/".formatted(Planted.SEALED_FOR_ANOTHER.word()));
        produce(vigie, "none", "d-good", Sealing.seal(data.resolve("keys"), good));
        produce(vigie, "none", "d-elsewhere", Sealing.seal(data.resolve("keys"), moved));
        poison.forEach((compression, word) -> produce(
                vigie,
                compression,
                "d-" + compression,
                "{\"url\": \"http://%s.test/\"}".formatted(word).repeat(9)));
    }

    private static void produce(UpProcess vigie, String compression, String key, String value) {
        var settings = new HashMap<>(vigie.kafka());
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, compression);
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
            var _ = producer.send(new ProducerRecord<>(Topics.DETECTIONS, key.getBytes(UTF_8), value.getBytes(UTF_8)));
        }
    }

    /** What clients do wrong. */
    private void blunder(UpProcess vigie) throws IOException {
        answered(vigie.post(NOTICE, "/v1/reports", "bad-1", """
                {"url": "%s"}""".formatted(Planted.NOT_A_URL.word())));
        answered(vigie.post(NOTICE, "/v1/reports", "bad-2", """
                {"url": "http://x.test/", "%1$s": "%1$s", "category": "%1$s"}""".formatted(Planted.UNKNOWN_FIELD.word())));
        answered(vigie.get(NOTICE, "/v1/cases/" + Planted.IN_A_PATH.word()));
        answered(vigie.get(NOTICE, "/v1/" + Planted.IN_A_PATH.word()));
        answered(vigie.get(NOTICE, "/v1/reports?cursor=%1$s&%1$s=1&state=%1$s".formatted(Planted.IN_A_QUERY.word())));
        for (var service : List.of(NOTICE, REGISTRY, CHECKER, METRICS)) {
            for (var where : List.of(Stumbling.IN_A_FILTER, Stumbling.AT_A_CONTROLLER)) {
                var failed = vigie.get(
                        service, "/v3/api-docs", Stumbling.HEADER, where + Planted.QUOTED_BY_A_FAILURE.word());
                assertThat(failed.status()).as(where + service).isEqualTo(500);
                answered(failed);
            }
            var address = URI.create(vigie.said(service));
            try (var socket = new Socket(address.getHost(), address.getPort())) {
                var line =
                        "GET /v1/{%s} HTTP/1.1\r\nConnection: close\r\n\r\n".formatted(Planted.BAD_REQUEST_LINE.word());
                socket.getOutputStream().write(line.getBytes(ISO_8859_1));
                search(new Artefact(
                        Kind.ANSWERS,
                        "bad request line",
                        socket.getInputStream().readAllBytes()));
            }
        }
    }

    /** Waits until every way was gone. */
    private static void happened(UpProcess vigie, SmallInternet internet, PickyRelay relay) {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(relay.mails()).anyMatch(mail -> mail.contains(Planted.PATH.word()));
            assertThat(relay.refused()).isPositive();
            for (var asked : List.of(Planted.CIRCLE, Planted.CIRCLE_NEXT, Planted.FAILING, Planted.GONE)) {
                assertThat(internet.wasAsked("/" + asked.word()))
                        .as(asked.name())
                        .isTrue();
            }
            assertThat(internet.timesResolved(Planted.NO_SUCH_NAME.word() + ".test"))
                    .isPositive();
            var states = vigie.get(NOTICE, "/v1/counts").json().path("cases");
            assertThat(states.path("SUSPECTED_DOWN").asInt()
                            + states.path("GONE_BEFORE_NOTICE").asInt())
                    .isPositive();
            assertThat(vigie.records(Topics.DETECTIONS + Topics.DEAD_LETTER_SUFFIX))
                    .hasSizeGreaterThan(4);
        });
    }

    private void decide(UpProcess vigie) {
        var known = vigie.get(NOTICE, "/v1/cases?state=NOTIFIED")
                .json()
                .path("cases")
                .path(0);
        var caseId = known.path("case_id").asString();
        done(vigie.post(
                NOTICE, "/v1/cases/" + caseId + "/reveal", "reveal", """
                {"reason": "%s"}""".formatted(Planted.REVEAL_REASON.word())));
        var notice = vigie.get(NOTICE, "/v1/cases/" + caseId + "/notices")
                .json()
                .path("notices")
                .path(0);
        var proof = vigie.get(NOTICE, "/v1/notices/" + notice.path("notice_id").asString() + "/proof");
        done(proof);
        answered(proof);
        done(vigie.post(NOTICE, "/v1/notices/" + notice.path("notice_id").asString() + "/reply", "reply", """
                {"outcome": "DISPUTES_TECHNICAL", "received_at": "1970-01-01T00:00:00Z", "text": "%s"}""".formatted(
                        Planted.REPLY.word())));
        done(vigie.post(NOTICE, "/v1/cases/" + caseId + "/holds", "hold", """
                {"owner": "%s", "reason": "%s", "expires_at": "2099-01-01T00:00:00Z"}""".formatted(
                        Planted.HOLD_OWNER.word(), Planted.HOLD_REASON.word())));
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    }

    /** What is answered to whoever may not read cases. */
    private void ask(UpProcess vigie) {
        for (var service : List.of(NOTICE, REGISTRY, CHECKER, METRICS)) {
            for (var path : List.of("/actuator", "/actuator/health", "/actuator/prometheus")) {
                search(artefact(Kind.METERS, service + path, vigie.get(service, path)));
            }
            search(artefact(Kind.CONTRACT, service, vigie.get(service, "/v3/api-docs")));
        }
        for (var path : List.of("/v1/reports", "/v1/counts", "/v1/stop", "/v1/messages", "/v1/api-keys")) {
            answered(vigie.get(NOTICE, path));
        }
        answered(vigie.get(REGISTRY, "/v1/providers"));
        answered(vigie.get(METRICS, "/v1/indicators/providers"));
        for (JsonNode known : vigie.get(NOTICE, "/v1/cases").json().path("cases")) {
            vigie.get(NOTICE, "/v1/cases/" + known.path("case_id").asString() + "/timeline");
            answered(vigie.get(CHECKER, "/v1/watches/" + known.path("case_id").asString()));
            answered(vigie.get(REGISTRY, "/v1/chains/" + known.path("case_id").asString()));
        }
    }

    private void answered(Answer answer) {
        search(artefact(Kind.ANSWERS, "answer " + answer.status(), answer));
    }

    private static Artefact artefact(Kind kind, String name, Answer answer) {
        return new Artefact(kind, name, (answer.headers() + answer.text()).getBytes(UTF_8));
    }
}
