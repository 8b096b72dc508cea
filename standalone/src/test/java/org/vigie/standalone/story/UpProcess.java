package org.vigie.standalone.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.vigie.standalone.ChildJvm;
import org.vigie.standalone.Vigie;
import org.vigie.standalone.story.RunningVigie.Answer;
import org.vigie.testing.TopicRecords;

/** {@code ./vigie up} in a process of its own, which ends in one way or another. */
final class UpProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Path data;
    private final Process process;
    private final Queue<String> console = new ConcurrentLinkedQueue<>();
    private final CountDownLatch ready = new CountDownLatch(1);

    private UpProcess(Path data, Map<String, String> environment) throws IOException {
        this.data = data;
        this.process = ChildJvm.run(environment, Vigie.class, "up");
        Thread.ofVirtual().start(this::readConsole);
    }

    /** Starts on the data directory and waits until all services answer. */
    static UpProcess on(Path data, SmallInternet internet) throws IOException, InterruptedException {
        return ready(begun(data, internet));
    }

    /** Starts with these variables, which name the data directory, and waits until all services answer. */
    static UpProcess on(Map<String, String> environment) throws IOException, InterruptedException {
        return ready(new UpProcess(Path.of(environment.get("VIGIE_DATA")), environment));
    }

    private static UpProcess ready(UpProcess up) throws InterruptedException {
        if (!up.ready.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                || up.console.stream().noneMatch(line -> line.startsWith("Ready"))) {
            up.close();
            throw new IllegalStateException("not ready: " + up.console());
        }
        return up;
    }

    /** Starts on the data directory and waits until it ended by itself. */
    static UpProcess ending(Path data, SmallInternet internet) throws IOException, InterruptedException {
        var up = begun(data, internet);
        if (!up.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || up.process.exitValue() == 0) {
            up.close();
            throw new IllegalStateException("did not fail: " + up.console());
        }
        up.ready.await();
        return up;
    }

    private static UpProcess begun(Path data, SmallInternet internet) throws IOException {
        var environment = RunningVigie.environment(data, internet.relay());
        environment.put("VIGIE_DNS", internet.names());
        return new UpProcess(data, environment);
    }

    private void readConsole() {
        try (var lines = process.inputReader(UTF_8)) {
            lines.lines().forEach(line -> {
                console.add(line);
                if (line.startsWith("Ready")) {
                    ready.countDown();
                }
            });
        } catch (IOException | UncheckedIOException _) {
            // killed
        } finally {
            ready.countDown();
        }
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** {@code kill}; how long it took to end, and no more than half a minute. */
    Duration stop() throws InterruptedException {
        var asked = System.nanoTime();
        process.destroy();
        process.waitFor(30, TimeUnit.SECONDS);
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    String console() {
        return String.join("\n", console);
    }

    /** @throws org.springframework.web.client.ResourceAccessException if it does not answer, such as after a kill */
    Answer post(String service, String path, String idempotencyKey, String body) {
        return client(service)
                .post()
                .uri(path)
                .header("Idempotency-Key", idempotencyKey)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange((_, response) -> Answer.of(response));
    }

    Answer get(String service, String path) {
        return client(service).get().uri(path).exchange((_, response) -> Answer.of(response));
    }

    Answer get(String service, String path, String header, String value) {
        return client(service).get().uri(path).header(header, value).exchange((_, response) -> Answer.of(response));
    }

    Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", said("Kafka"));
    }

    /** Everything that lies in the topic now. */
    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        return TopicRecords.of(kafka(), topic);
    }

    /** Where the console says that it is. */
    String said(String listener) {
        return console.stream()
                .map(line -> line.split("\\s+"))
                .filter(words -> words[0].equals(listener))
                .map(words -> words[1])
                .findFirst()
                .orElseThrow();
    }

    private RestClient client(String service) {
        return RestClient.builder()
                .baseUrl(said(service))
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

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
