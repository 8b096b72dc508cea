package org.vigie.standalone.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.vigie.events.Topics;
import org.vigie.metrics.MetricsServiceApplication;
import org.vigie.notice.NoticeServiceApplication;
import org.vigie.support.events.EventJson;
import org.vigie.support.time.OneClock;
import org.vigie.support.time.SandboxClock;
import org.vigie.support.work.WorkInProgress;
import org.vigie.testing.TestKafka;
import org.vigie.testing.TestMongo;
import tools.jackson.databind.JsonNode;

/** notice-service and metrics-service on one clock that is moved; the registry and the checker are the test. */
final class NoticesAndMetrics implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, List<String>> READERS = Map.of(
            Topics.CHAINS, List.of("notice-service"),
            Topics.PROVIDERS, List.of("notice-service", "metrics-service"),
            Topics.AVAILABILITY, List.of("notice-service", "metrics-service"),
            Topics.WATERMARKS, List.of("metrics-service"),
            Topics.CASES, List.of("metrics-service"),
            Topics.TARGETINGS, List.of("metrics-service"));

    private final List<ConfigurableApplicationContext> services;
    private final List<SandboxClock> clocks;
    private final List<WorkInProgress> work;
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()));
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    NoticesAndMetrics(Path data, String relay, Instant start) {
        new SandboxClock(data.resolve("clock")).moveTo(start);
        services = List.of(
                started(NoticeServiceApplication.builder(), data, relay),
                started(MetricsServiceApplication.builder(), data, relay));
        clocks = beans(OneClock.class).map(SandboxClock.class::cast).toList();
        work = beans(WorkInProgress.class).toList();
    }

    private static ConfigurableApplicationContext started(SpringApplicationBuilder service, Path data, String relay) {
        var settings = new HashMap<String, String>();
        settings.put("server.port", "0");
        settings.put("server.address", "127.0.0.1");
        settings.put("spring.kafka.bootstrap-servers", TestKafka.bootstrapServers());
        var database = TestMongo.newDatabase();
        settings.put("spring.mongodb.uri", TestMongo.uri(database));
        settings.put("spring.mongodb.database", database);
        settings.put("vigie.data", data.toString());
        settings.put("vigie.clock-file", data.resolve("clock").toString());
        settings.put("vigie.api-token", "secret");
        settings.put("vigie.smtp", relay);
        settings.put("vigie.sender", "Example hotline <notices@hotline.example>");
        settings.put("vigie.events.partitions", "1");
        return service.registerShutdownHook(false)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    private <T> Stream<T> beans(Class<T> type) {
        return services.stream().flatMap(service -> service.getBeansOfType(type).values().stream());
    }

    Instant now() {
        return clocks.getFirst().instant();
    }

    /** Lets time pass until the instant, from one due work to the next. */
    void passUntil(Instant end) {
        while (now().isBefore(end)) {
            settle();
            var next = work.stream()
                    .flatMap(one -> one.nextDue().stream())
                    .filter(due -> due.isAfter(now()))
                    .min(Instant::compareTo)
                    .filter(due -> due.isBefore(end))
                    .orElse(end);
            clocks.forEach(clock -> clock.moveTo(next));
        }
        settle();
    }

    private void settle() {
        await().pollInterval(Duration.ofMillis(10)).atMost(PATIENCE).until(() -> {
            var before = begun();
            return work.stream().allMatch(WorkInProgress::idle) && before == begun();
        });
    }

    private long begun() {
        return work.stream().mapToLong(WorkInProgress::begun).sum();
    }

    /** Publishes and waits until whoever reads it has. */
    void publish(String topic, Object key, Object snapshot) {
        var record = new ProducerRecord<>(topic, key.toString().getBytes(UTF_8), EventJson.write(snapshot));
        try {
            producer.send(record).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        awaitRead(topic);
        settle();
    }

    /** Waits until what notice-service published was taken by metrics-service. */
    void awaitAllRead() {
        settle();
        READERS.keySet().forEach(this::awaitRead);
        settle();
    }

    private void awaitRead(String topic) {
        var partition = new TopicPartition(topic, 0);
        await().pollInterval(Duration.ofMillis(10)).atMost(PATIENCE).until(() -> {
            var end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
            for (var group : READERS.getOrDefault(topic, List.of())) {
                var committed = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .get(partition);
                if (end > 0 && (committed == null || committed.offset() < end)) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Hands in a report and tells the case it was applied to. */
    UUID reported(String json) {
        var report = exchange(HttpMethod.POST, 0, "/v1/reports", json)
                .path("report_id")
                .asString();
        settle();
        return UUID.fromString(exchange(HttpMethod.GET, 0, "/v1/reports/" + report, null)
                .path("case_id")
                .asString());
    }

    JsonNode caseOf(UUID caseId) {
        return exchange(HttpMethod.GET, 0, "/v1/cases/" + caseId, null);
    }

    JsonNode indicators(UUID providerId) {
        for (var row :
                exchange(HttpMethod.GET, 1, "/v1/indicators/providers", null).path("providers")) {
            if (row.path("provider_id").asString().equals(providerId.toString())) {
                return row;
            }
        }
        throw new AssertionError("no row for the provider");
    }

    /** What metrics-service answers, to the byte. */
    String indicatorsAsSent(String path) {
        return text(request(HttpMethod.GET, 1, path));
    }

    /** A decision about a case as it is now. */
    void decide(UUID caseId, String what, String body) {
        var path = "/v1/cases/" + caseId;
        var tag = Objects.requireNonNull(request(HttpMethod.GET, 0, path)
                .exchange((_, response) -> response.getHeaders().getETag()));
        text(request(HttpMethod.POST, 0, path + "/" + what)
                .header("If-Match", tag)
                .header("Vigie-Operator", "anna")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body));
        settle();
    }

    private JsonNode exchange(HttpMethod method, int service, String path, @Nullable String body) {
        var request = request(method, service, path);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return EventJson.MAPPER.readTree(text(request));
    }

    private RestClient.RequestBodySpec request(HttpMethod method, int service, String path) {
        var port = services.get(service).getEnvironment().getRequiredProperty("local.server.port");
        return RestClient.create("http://127.0.0.1:" + port)
                .method(method)
                .uri(path)
                .header("Authorization", "Bearer secret")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static String text(RestClient.RequestHeadersSpec<?> request) {
        return request.exchange((_, response) -> {
            var body = new String(response.getBody().readAllBytes(), UTF_8);
            if (response.getStatusCode().isError()) {
                throw new AssertionError(response.getStatusCode() + " " + body);
            }
            return body;
        });
    }

    @Override
    public void close() {
        services.reversed().forEach(ConfigurableApplicationContext::close);
        producer.close();
        admin.close();
    }
}
