package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.support.events.EventJson;
import org.vigie.testing.TestMongo;
import tools.jackson.databind.JsonNode;

/**
 * A batch of which one line in twenty is bad, at the service as a process of its own, killed while the batch comes in
 * and again while it is filed: every good line is one report, every bad one is named, and the heap stays as it is.
 * {@code -Dvigie.lines=100000} through {@code -Dtest.jvm} is the full size.
 */
class KilledBatchTests {

    private static final int LINES = Integer.getInteger("vigie.lines", 2_000);
    private static final int BAD = 20;
    private static final int TIME_FACTOR = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(120 + LINES / 20);

    /** What may live beyond what lives after the start. */
    private static final long ROOM = 256L << 20;

    /** Nothing is sent. */
    private static final int NO_RELAY = 9;

    @TempDir
    private Path data;

    private final String key = UUID.randomUUID().toString();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Long> heap = new ArrayList<>();

    @Test
    @Timeout(value = 90, unit = TimeUnit.MINUTES)
    void losesAndDoublesNone() throws Exception {
        try (var sender = new SenderProcess(data, NO_RELAY, TIME_FACTOR)) {
            sender.start();
            assertThatThrownBy(() -> handedIn(sender, killing(sender))).isInstanceOf(IOException.class);
            sender.start();
            var live = new LiveHeap(sender.pid());
            heap.add(live.used());
            var begun = System.nanoTime();
            var batch = handedIn(sender, new ByteArrayInputStream(new byte[0]));
            var taken = System.nanoTime();
            heap.add(live.used());
            var path = "/v1/report-batches/" + batch.get("batch_id").asString();
            assertThat(batch.get("lines").asInt()).isEqualTo(LINES);
            until(sender, path, LINES / 3);
            heap.add(live.used());
            sender.killAfter(Duration.ofMillis(50));
            sender.start();
            var another = new LiveHeap(sender.pid());
            heap.add(another.used());
            until(sender, path, LINES);
            heap.add(another.used());

            var known = sender.get(path);
            System.out.printf(
                    "lines=%d taken_s=%d filed_s=%d accepted=%d refused=%d live_heap_mb=%s%n",
                    LINES,
                    Duration.ofNanos(taken - begun).toSeconds(),
                    Duration.ofNanos(System.nanoTime() - taken).toSeconds(),
                    known.get("accepted").asInt(),
                    known.get("refused").asInt(),
                    heap.stream().map(bytes -> bytes >> 20).toList());
            assertThat(known.get("state").asString()).isEqualTo("DONE");
            everyLineIsAnswered(sender, path);
            assertThat(reports(sender)).as("none lost, none doubled").isEqualTo(LINES - LINES / BAD);
            assertThat(Collections.max(heap) - heap.getFirst()).isLessThan(ROOM);
        }
    }

    private void everyLineIsAnswered(SenderProcess sender, String path) {
        var lines = all(sender, path + "/lines?limit=500");
        var reports = new HashSet<String>();
        for (int number = 1; number <= LINES; number++) {
            var line = lines.get(number - 1);
            assertThat(line.get("line").asInt()).isEqualTo(number);
            if (number % BAD == 0) {
                assertThat(line.get("field").asString()).isEqualTo(badField(number));
                assertThat(line.get("expected").asString()).isNotEmpty();
            } else {
                reports.add(line.get("report_id").asString());
            }
        }
        assertThat(lines).hasSize(LINES);
        assertThat(reports).hasSize(LINES - LINES / BAD);
        assertThat(all(sender, path + "/lines?limit=500&state=REFUSED")).hasSize(LINES / BAD);
    }

    private static List<JsonNode> all(SenderProcess sender, String path) {
        var found = new ArrayList<JsonNode>();
        for (var cursor = ""; ; ) {
            var page = sender.get(path + cursor);
            page.get("lines").forEach(found::add);
            if (page.get("next").isNull()) {
                return found;
            }
            cursor = "&cursor=" + page.get("next").asInt();
        }
    }

    private static void until(SenderProcess sender, String path, int lines) {
        await().pollInterval(Duration.ofMillis(200)).atMost(PATIENCE).until(() -> {
            var known = sender.get(path);
            return known.get("accepted").asInt() + known.get("refused").asInt() >= lines;
        });
    }

    /** Every good line and every bad one, and what is at the end. */
    private JsonNode handedIn(SenderProcess sender, InputStream end) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(sender.at("/v1/report-batches"))
                .header("Authorization", "Bearer secret")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofInputStream(
                        () -> new SequenceInputStream(new ByteArrayInputStream(lines()), end)))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return EventJson.MAPPER.readTree(answer.body());
    }

    /** Kills the service instead of ending. */
    private static InputStream killing(SenderProcess sender) {
        return new InputStream() {

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }

            @Override
            public int read() throws IOException {
                try {
                    sender.killAfter(Duration.ZERO);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                throw new IOException("killed");
            }
        };
    }

    private static byte[] lines() {
        return IntStream.rangeClosed(1, LINES)
                .mapToObj(KilledBatchTests::text)
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }

    private static String text(int number) {
        var bad = number % BAD == 0;
        var verification = bad && badField(number).equals("/verification") ? "PERHAPS" : "SUSPECT";
        var url = "%s://h%d.lines.test/".formatted(bad && badField(number).equals("/url") ? "ftp" : "http", number);
        return "{\"url\": \"%s\", \"category\": \"CSAM\", \"verification\": \"%s\"}\n".formatted(url, verification);
    }

    private static String badField(int number) {
        return number % (2 * BAD) == 0 ? "/verification" : "/url";
    }

    private static long reports(SenderProcess sender) {
        try (var mongo = MongoClients.create(TestMongo.uri(sender.database()))) {
            return mongo.getDatabase(sender.database())
                    .getCollection("reports")
                    .countDocuments(Filters.eq("origin", "operator"));
        }
    }
}
