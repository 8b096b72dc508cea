package org.vigie.notice;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.vigie.support.events.EventJson;
import org.vigie.testing.TestKafka;
import org.vigie.testing.TestMongo;
import tools.jackson.databind.JsonNode;

/** The service in a JVM of its own, which can be killed and started again. */
final class SenderProcess implements AutoCloseable {

    private static final Duration STARTED = Duration.ofMinutes(3);

    private final Path data;
    private final int relay;
    private final int timeFactor;
    private final String kafka;
    private final Duration session;
    private final int port;
    private final String database = TestMongo.newDatabase();
    private volatile @Nullable Process process;

    /** With so many seconds of the one clock in one, beside the Kafka of this test JVM. */
    SenderProcess(Path data, int relay, int timeFactor) throws IOException {
        // A killed member is soon forgotten; the next need not wait 45 s for its partitions.
        this(data, relay, timeFactor, TestKafka.bootstrapServers(), Duration.ofSeconds(6));
    }

    /** Beside another Kafka, which misses a member after so long. */
    SenderProcess(Path data, int relay, int timeFactor, String kafka, Duration session) throws IOException {
        this.data = data;
        this.relay = relay;
        this.timeFactor = timeFactor;
        this.kafka = kafka;
        this.session = session;
        try (var free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NoticeServiceApplication.class.getName(),
                        "--server.port=" + port,
                        "--spring.kafka.bootstrap-servers=" + kafka,
                        "--spring.kafka.consumer.group-id=" + database,
                        "--spring.kafka.consumer.properties.session.timeout.ms=" + session.toMillis(),
                        "--spring.kafka.consumer.properties.heartbeat.interval.ms=2000",
                        "--spring.mongodb.uri=" + TestMongo.uri(database),
                        "--spring.mongodb.database=" + database,
                        "--vigie.data=" + data,
                        "--vigie.api-token=secret",
                        "--vigie.smtp=127.0.0.1:" + relay,
                        "--vigie.sender=Hotline <notices@hotline.example>",
                        "--vigie.events.partitions=1",
                        "--vigie.time-factor=" + timeFactor,
                        "--vigie.sending.settle=60s")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/killed-sender.log")))
                .start();
        Awaitility.await()
                .atMost(STARTED)
                .ignoreExceptions()
                .until(() -> get("/v1/counts").has("cases"));
    }

    /** Its database, which is also the name of its consumer group. */
    String database() {
        return database;
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    long pid() {
        return Objects.requireNonNull(process).pid();
    }

    /** As {@code kill -9} does, after some time. */
    void killAfter(Duration some) throws InterruptedException {
        var running = process;
        if (running != null && !running.waitFor(some.toMillis(), TimeUnit.MILLISECONDS)) {
            running.destroyForcibly().waitFor();
        }
    }

    /** The status of the answer. */
    int post(String path, String key, String body) {
        return exchange(HttpMethod.POST, path, key, body).status();
    }

    /** The report that the key names: handing it in again says so. */
    String reportId(String key, String body) {
        return exchange(HttpMethod.POST, "/v1/reports", key, body)
                .json()
                .get("report_id")
                .asString();
    }

    /** The reference of the only notice of a case. */
    String reference(UUID caseId) {
        return get("/v1/cases/" + caseId + "/notices")
                .get("notices")
                .get(0)
                .get("reference")
                .asString();
    }

    JsonNode get(String path) {
        return exchange(HttpMethod.GET, path, null, null).json();
    }

    @Override
    public void close() {
        var running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    private record Answer(int status, JsonNode json) {}

    private Answer exchange(HttpMethod method, String path, @Nullable String key, @Nullable String body) {
        var request = RestClient.create().method(method).uri(at(path)).header("Authorization", "Bearer secret");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.exchange((_, response) -> new Answer(
                response.getStatusCode().value(),
                EventJson.MAPPER.readTree(response.getBody().readAllBytes())));
    }
}
