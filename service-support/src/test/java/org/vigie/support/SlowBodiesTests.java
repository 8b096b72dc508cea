package org.vigie.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bodies of which a byte comes now and then: each is answered and its connection closed, and health does not wait. */
@ProbeTest
class SlowBodiesTests {

    /** The probe service waits for 2 s and a pause of 1 s; the rest is for a machine with other work. */
    private static final Duration ENDED = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int BODIES = 2_000;

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(textBlock = """
            /v1/echo, application/json,                  Bearer secret, 408, the body of a report
            /v1/echo, application/json,                  Bearer wrong,  401, what is refused before it is read
            /nothing, application/json,                  Bearer secret, 404, what nobody reads
            /nothing, application/x-www-form-urlencoded, Bearer secret, 408, a form of a page
            """)
    @Timeout(90)
    void endAndLeaveHealthQuick(String path, String type, String authorization, int status, String what)
            throws IOException, InterruptedException {
        var health = new ArrayList<Long>();
        health(); // the first of a service is slow
        var begun = System.nanoTime();
        var slow = new ArrayList<SlowBody>();
        for (int i = 0; i < BODIES; i++) {
            slow.add(new SlowBody(head(path, type, authorization)));
        }
        var open = List.copyOf(slow);
        while (!open.isEmpty() && System.nanoTime() - begun < ENDED.toNanos()) {
            health.add(health());
            var round = new ArrayList<SlowBody>();
            for (var body : open) {
                if (body.drip()) {
                    round.add(body);
                }
            }
            open = List.copyOf(round);
        }

        assertThat(open).as("%s: still open", what).isEmpty();
        assertThat(slow)
                .extracting(body -> body.answer.lines().findFirst().orElse(""))
                .containsOnly("HTTP/1.1 %d ".formatted(status));
        var sorted = health.stream().sorted().toList();
        assertThat(sorted.get(sorted.size() * 9 / 10))
                .as("nine in ten of %s", health)
                .isLessThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded"})
    void endWhenNothingMoreComes(String type) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) ENDED.toMillis());
            socket.getOutputStream().write(head("/v1/echo", type, "Bearer secret"));

            assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                    .startsWith("HTTP/1.1 408")
                    .contains("urn:vigie:problem:body-too-slow");
        }
    }

    private long health() throws IOException, InterruptedException {
        var asked = System.nanoTime();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .timeout(ENDED)
                .build();
        assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - asked).toMillis();
    }

    /** And the first byte of a thousand. */
    private static byte[] head(String path, String type, String authorization) {
        return """
                POST %s HTTP/1.1\r
                Host: 127.0.0.1\r
                Authorization: %s\r
                Content-Type: %s\r
                Content-Length: 1000\r
                \r
                {""".formatted(path, authorization, type).getBytes(ISO_8859_1);
    }

    private final class SlowBody {

        private final SocketChannel channel;
        private long written = System.nanoTime();
        private String answer = "";

        SlowBody(byte[] head) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.write(ByteBuffer.wrap(head));
            channel.configureBlocking(false);
        }

        /** Reads what was answered and writes a byte if it is time; false once the server closed the connection. */
        boolean drip() throws IOException {
            var read = ByteBuffer.allocate(1024);
            try {
                if (channel.read(read) < 0) {
                    channel.close();
                    return false;
                }
                answer += new String(read.array(), 0, read.position(), ISO_8859_1);
                if (System.nanoTime() - written > PAUSE.toNanos()) {
                    channel.write(ByteBuffer.wrap(new byte[] {' '}));
                    written = System.nanoTime();
                }
                return true;
            } catch (IOException _) { // reset: it was closed while a byte was under way
                channel.close();
                return false;
            }
        }
    }
}
