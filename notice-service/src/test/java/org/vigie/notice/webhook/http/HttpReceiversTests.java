package org.vigie.notice.webhook.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.notice.report.Followed.Step;
import org.vigie.notice.webhook.Message;
import org.vigie.notice.webhook.Receipt;
import org.vigie.notice.webhook.Receipt.Answered;
import org.vigie.notice.webhook.Receipt.Failed;
import org.vigie.notice.webhook.Receipt.Failure;
import org.vigie.support.dns.AddressFamily;
import org.vigie.support.dns.DnsAnswer;
import org.vigie.support.dns.Resolver;
import org.vigie.support.dns.Resolvers;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.TestNetworks;

/** What comes of every kind of receiver, and that none is reached that should not be. */
class HttpReceiversTests {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final String OK = "HTTP/1.1 204 No Content\r\n\r\n";

    private final ServerSocket server = listening();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile String heard = "";

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 204 No Content', 204",
        "'HTTP/1.0 200', 200",
        "'HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/', 302",
        "'HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 500 No', 500"
    })
    void readsTheStatus(String answer, int status) {
        answering(answer + "\r\n\r\n");

        assertThat(sent(here(), true)).isEqualTo(new Answered(status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-x\r\n", "HTTP/2 200\r\n\r\n", "HTTP/1.1 200", ""})
    void whatIsNotHttpIsNoAnswer(String answer) {
        answering(answer);

        assertThat(sent(here(), true)).isEqualTo(new Failed(Failure.NOT_HTTP));
    }

    @Test
    void waitsNoLongerThanItsPatience() {
        var begun = System.nanoTime();

        assertThat(sent(here(), true)).isEqualTo(new Failed(Failure.TIMEOUT));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void nobodyThere() throws IOException {
        var url = here();
        server.close();

        assertThat(sent(url, true)).isEqualTo(new Failed(Failure.NO_CONNECTION));
    }

    @Test
    void httpsNeedsTls() {
        answering(OK);

        assertThat(sent(here().replace("http:", "https:"), true)).isEqualTo(new Failed(Failure.NO_TLS));
    }

    /** By literal or by name, whatever the name said when the URL was registered. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:%d/",
                "https://2130706433:%d/",
                "https://[::1]:%d/",
                "https://[::ffff:127.0.0.1]:%d/",
                "https://hook.test:%d/",
                "https://10.0.0.1:%d/",
                "https://169.254.169.254:%d/",
                "https://[fd00::1]:%d/",
                "http://hook.test:%d/",
                "http://127.0.0.1:%d/"
            })
    void nothingOfOurOwnIsReached(String url) {
        answering(OK);

        assertThat(sent(url.formatted(server.getLocalPort()), false)).isEqualTo(new Failed(Failure.NOT_PUBLIC));
        assertThat(connections).hasValue(0);
    }

    /** An evaluation reaches this machine by its literal address only. */
    @Test
    void aNameLeadsNowhereInAnEvaluationEither() {
        answering(OK);

        assertThat(sent("https://hook.test:%d/".formatted(server.getLocalPort()), true))
                .isEqualTo(new Failed(Failure.NOT_PUBLIC));
        assertThat(connections).hasValue(0);
    }

    @Test
    void aNameWithoutAddress() {
        assertThat(sent("https://none.test/", false)).isEqualTo(new Failed(Failure.NO_ADDRESS));
    }

    @Test
    void saysWhatItIsAboutAndNoMore() {
        answering(OK);

        sent(here() + "hook?a=b", true);

        assertThat(heard)
                .startsWith("POST /hook?a=b HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n".formatted(server.getLocalPort()));
        assertThat(heard).contains("webhook-timestamp: 1767607200\r\n", "webhook-signature: v1,");
        assertThat(heard)
                .endsWith(
                        "{\"type\":\"report.step\",\"timestamp\":\"2026-01-05T10:00:00Z\",\"data\":{\"report_id\":\"00000000-0000-0001-0000-000000000001\",\"partner_reference\":\"2026-4711\",\"step\":\"ASKED\"}}");
    }

    private Receipt sent(String url, boolean trial) {
        var addresses = new Addresses(
                () -> new Resolvers(List.of(new LeadingHere())), new GlobalAddresses(TestNetworks.none(), List.of()));
        var message =
                new Message(new UUID(1, 1), Message.Type.REPORT_STEP, NOW, new UUID(1, 1), "2026-4711", Step.ASKED);
        return new HttpReceivers(addresses, trial, PATIENCE, InstantSource.fixed(NOW))
                .send(url, List.of("whsec_AAAA"), message);
    }

    private String here() {
        return "http://127.0.0.1:%d/".formatted(server.getLocalPort());
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads what comes and answers, until the server is closed. */
    private void answering(String answer) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (var caller = server.accept()) {
                    connections.incrementAndGet();
                    heard = request(caller);
                    caller.getOutputStream().write(answer.getBytes(ISO_8859_1));
                } catch (IOException _) {
                    // The server is closed, or whoever called is gone.
                }
            }
        });
    }

    private static String request(Socket caller) throws IOException {
        var octets = new byte[8 * 1024];
        var read = 0;
        var text = "";
        while (!text.endsWith("}") && !text.startsWith("\u0016")) {
            var more = caller.getInputStream().read(octets, read, octets.length - read);
            if (more < 0) {
                return text;
            }
            read += more;
            text = new String(octets, 0, read, ISO_8859_1);
        }
        return text;
    }

    /** Says of every name but one that it is this machine. */
    private record LeadingHere() implements Resolver {

        @Override
        public DnsAnswer ask(String host, AddressFamily family) {
            return host.startsWith("none") || family == AddressFamily.IPV6
                    ? new DnsAnswer.NoSuchName()
                    : new DnsAnswer.Found(List.of(InetAddress.ofLiteral("127.0.0.1")), List.of());
        }

        @Override
        public List<String> nameServers(String domain) {
            return List.of();
        }

        @Override
        public List<String> texts(String name) {
            return List.of();
        }
    }
}
