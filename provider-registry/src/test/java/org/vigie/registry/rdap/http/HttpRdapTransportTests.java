package org.vigie.registry.rdap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.registry.rdap.RdapTransport.Reply;

/** A registry's server on the loopback that misbehaves in every way. */
class HttpRdapTransportTests {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpServer server;

    HttpRdapTransportTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(command -> Thread.ofVirtual().start(command));
        serve("/good", 200, 10, 10);
        serve("/busy", 429, 10, 10);
        server.createContext("/later", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "120");
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.createContext("/until", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "Mon, 05 Jan 2026 10:03:00 GMT");
            exchange.sendResponseHeaders(429, -1);
            exchange.close();
        });
        serve("/large", 200, HttpRdapTransport.MOST_BYTES + 1, HttpRdapTransport.MOST_BYTES + 1);
        serve("/stuck", 200, 10, 5);
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().add("Location", "https://other.example/x");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void givesStatusAndBody() {
        assertThat(get("/good")).isInstanceOfSatisfying(Reply.Answered.class, reply -> {
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).hasSize(10);
        });
        assertThat(get("/busy"))
                .isInstanceOfSatisfying(
                        Reply.Answered.class,
                        reply -> assertThat(reply.status()).isEqualTo(429));
    }

    @Test
    void doesNotFollowByItself() {
        assertThat(get("/elsewhere")).isEqualTo(new Reply.Redirected(URI.create("https://other.example/x")));
    }

    @Test
    void stopsAtOneMebibyte() {
        assertThat(get("/large")).isEqualTo(new Reply.Failed("TOO_LARGE"));
    }

    @Test
    void waitsNoLongerThanItsTimeEvenForTheBody() {
        assertThat(get("/stuck")).isEqualTo(new Reply.Failed("TIMEOUT"));
    }

    @Test
    void saysThatNobodyIsThere() {
        server.stop(0);

        assertThat(get("/good")).isEqualTo(new Reply.Failed("NO_CONNECTION"));
    }

    @Test
    void tellsForHowLongAServerWantsToBeLeftAlone() {
        assertThat(get("/later")).isEqualTo(new Reply.Busy(503, Duration.ofMinutes(2)));
    }

    @Test
    void readsADateAsItReadsSeconds() {
        assertThat(get("/until")).isEqualTo(new Reply.Busy(429, Duration.ofMinutes(3)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1                              | PT1S
            999999999999999999             | PT277777777777777H46M39S
            Mon, 05 Jan 2026 10:00:01 GMT  | PT1S
            Mon, 5 Jan 2026 10:00:01 GMT   | PT1S
            Wed, 05 Jan 2028 10:00:00 GMT  | PT17520H
            """)
    void takesSecondsAndDatesForPauses(String retryAfter, Duration pause) {
        assertThat(HttpRdapTransport.pause(retryAfter, NOW)).contains(pause);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-1",
                "1.5",
                "soon",
                "9999999999999999999",
                "Mon, 05 Jan 2026 10:00:00 GMT",
                "Mon, 05 Jan 2026 09:00:00 GMT",
                "Tue, 05 Jan 2026 11:00:00 GMT",
                "2026-01-05T11:00:00Z"
            })
    void takesNothingElseForAPause(String retryAfter) {
        assertThat(HttpRdapTransport.pause(retryAfter, NOW)).isEmpty();
    }

    private void serve(String path, int status, int announced, int sent) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, announced);
            exchange.getResponseBody().write(new byte[sent]);
            exchange.getResponseBody().flush();
            if (sent < announced) {
                waitForTheEnd();
            }
            exchange.close();
        });
    }

    private void waitForTheEnd() {
        try {
            over.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply get(String path) {
        var address = server.getAddress();
        return new HttpRdapTransport(Duration.ofSeconds(1), InstantSource.fixed(NOW))
                .get(URI.create("http://127.0.0.1:" + address.getPort() + path));
    }
}
