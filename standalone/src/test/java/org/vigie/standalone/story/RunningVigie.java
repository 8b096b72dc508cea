package org.vigie.standalone.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.vigie.standalone.Commands;
import org.vigie.standalone.Standalone;
import org.vigie.testing.TopicRecords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The four services in this JVM, spoken to as their users do. */
final class RunningVigie implements AutoCloseable {

    static final String NOTICE = "notice-service";
    static final String REGISTRY = "provider-registry";
    static final String CHECKER = "availability-checker";
    static final String METRICS = "metrics-service";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final Path data;
    private final Standalone system;

    private RunningVigie(Path data, Map<String, String> environment) {
        this.data = data;
        this.system = new Standalone(environment, new PrintStream(console, true, UTF_8)).start();
    }

    /** Starts on the data directory, with two minutes of the one clock in a second. */
    static RunningVigie on(Path data, SmallInternet internet) {
        return on(data, internet, Map.of());
    }

    /** With further variables. */
    static RunningVigie on(Path data, SmallInternet internet, Map<String, String> more) {
        var environment = environment(data, internet.relay());
        environment.put("VIGIE_DNS", internet.names());
        environment.putAll(more);
        return new RunningVigie(data, environment);
    }

    /** Fast enough for a removal to be confirmed in a test, slow enough for a look to stay fresh on a busy machine. */
    static Map<String, String> environment(Path data, String relay) {
        var environment = new HashMap<String, String>();
        environment.put("VIGIE_DATA", data.toString());
        environment.put("VIGIE_TEST_NETWORKS", SmallInternet.TEST_NETWORK);
        environment.put("VIGIE_TIME_FACTOR", "120");
        environment.put("VIGIE_SMTP", relay);
        environment.put("VIGIE_SENDER", "Example hotline <notices@hotline.example>");
        for (var name : new String[] {"NOTICE", "REGISTRY", "CHECKER", "METRICS", "KAFKA", "ISSUER"}) {
            environment.put("VIGIE_PORT_" + name, "0");
        }
        return environment;
    }

    /** @param headers as they came, one a line */
    record Answer(int status, String headers, String text) {

        static Answer of(ClientHttpResponse response) throws IOException {
            return new Answer(
                    response.getStatusCode().value(),
                    response.getHeaders().toString(),
                    new String(response.getBody().readAllBytes(), UTF_8));
        }

        JsonNode json() {
            return JSON.readTree(text);
        }
    }

    Answer post(String service, String path, String idempotencyKey, String body) {
        return client(service)
                .post()
                .uri(path)
                .header("Idempotency-Key", idempotencyKey)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange((_, response) -> Answer.of(response));
    }

    /** Hands in a report; its id. */
    String report(String body) {
        var answer = post(NOTICE, "/v1/reports", "key-" + body.hashCode(), body);
        if (answer.status() != 202) {
            throw new IllegalStateException("not taken: " + answer);
        }
        return answer.json().path("report_id").asString();
    }

    Answer get(String service, String path) {
        return client(service).get().uri(path).exchange((_, response) -> Answer.of(response));
    }

    /** Teaches a provider that hosts the network object, with one mail contact. */
    void teachHost(String name, String kind, String value) {
        var answer = post(REGISTRY, "/v1/providers", "teach-" + name, """
                {"name": "%s", "type": "HOST", "country": "FR",
                 "network_objects": [{"kind": "%s", "value": "%s"}],
                 "contacts": [{"channel": "EMAIL", "address": "abuse@provider.example", "format": "XARF4",
                               "language": "en"}]}""".formatted(name, kind, value));
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("not taught: " + answer);
        }
    }

    /** The case a report belongs to, absent while it is not applied. */
    JsonNode caseOfReport(String reportId) {
        var report = get(NOTICE, "/v1/reports/" + reportId).json();
        return get(NOTICE, "/v1/cases/" + report.path("case_id").asString()).json();
    }

    /** Writes a record as an internal producer does. */
    void produce(ProducerRecord<byte[], byte[]> record) {
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(kafka(), bytes, bytes)) {
            var _ = producer.send(record);
        }
    }

    /** Everything that lies in the topic now. */
    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        return TopicRecords.of(kafka(), topic);
    }

    /** What {@code ./vigie dead-letters} prints. */
    String deadLetters(String... words) {
        return Commands.deadLetters(system.bootstrapServers(), words);
    }

    /** What {@code ./vigie republish} prints; the owner is availability-checker. */
    String republish(String topic, String key) {
        var environment =
                Map.of("VIGIE_DATA", data.toString(), "VIGIE_OWNER_URL", "http://127.0.0.1:" + system.port(CHECKER));
        return Commands.republish(environment, system.bootstrapServers(), topic, key);
    }

    private Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + system.port("Kafka"));
    }

    Path data() {
        return data;
    }

    String console() {
        return console.toString(UTF_8);
    }

    @Override
    public void close() {
        system.close();
    }

    private RestClient client(String service) {
        return RestClient.builder()
                .baseUrl("http://127.0.0.1:" + system.port(service))
                .defaultHeader("Authorization", "Bearer " + token())
                .defaultHeader("Vigie-Operator", "a story")
                .build();
    }

    private String token() {
        try {
            return Files.readString(data.resolve("token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
