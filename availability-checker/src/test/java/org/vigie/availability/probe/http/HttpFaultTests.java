package org.vigie.availability.probe.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.availability.fixture.DnsFixture;
import org.vigie.availability.fixture.Request;
import org.vigie.availability.fixture.WebFixture;
import org.vigie.availability.probe.Answer.Landing;
import org.vigie.availability.probe.Ask;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Outcome.Broken;
import org.vigie.availability.probe.Outcome.Fault;

/** Servers that misbehave: the probe ends, says what it saw, and takes no more than headers. */
@Timeout(60)
class HttpFaultTests {

    private static final byte[] KILOBYTE = new byte[1024];
    /** What a server can be rid of before a reader that takes nothing stops it: both kernels' smallest buffers. */
    private static final int IN_FLIGHT = 128 * 1024;

    private final WebFixture web = WebFixture.at("127.9.1.1");
    private final ProbeRig rig = new ProbeRig();
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void stop() {
        over.countDown();
        web.close();
    }

    @Test
    void asksWithHeadOnlyWhereThatSaysEnough() {
        web.on("/a", WebFixture.content("image/jpeg", "x"));

        var answer = rig.answer(web.url("/a"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.mediaType()).isEqualTo("image/jpeg");
        assertThat(web.requests()).extracting(Request::method).containsExactly("HEAD");
    }

    @ParameterizedTest(name = "row 48: HEAD {0}, GET 200")
    @ValueSource(ints = {400, 403, 404, 405, 410, 500, 501})
    void believesGetOverHead(int headStatus) {
        web.on("/a", (request, out, _) -> {
            var status = request.method().equals("HEAD") ? headStatus : 200;
            out.write(WebFixture.head(status).getBytes(ISO_8859_1));
        });

        assertThat(rig.answer(web.url("/a")).status()).isEqualTo(200);
        assertThat(web.requests().getLast().header("range")).isEqualTo("bytes=0-0");
    }

    @Test
    void neverUsesGetWhereOnlyHeadIsAllowed() {
        var ask = ProbeRig.question(web.url("/a"));

        rig.probe().ask(new Ask(ask.url(), null, ask.identity(), Ask.Method.HEAD_ONLY, false, false));

        assertThat(web.requests()).extracting(Request::method).containsOnly("HEAD");
    }

    @Test
    void row49TakesNothingOfALargeBody() {
        web.on("/a", (request, out, _) -> {
            if (request.method().equals("HEAD")) {
                out.write(WebFixture.head(405).getBytes(ISO_8859_1));
                return;
            }
            out.write(WebFixture.head(200, "Content-Type: image/jpeg", "Content-Length: 52428800")
                    .getBytes(ISO_8859_1));
            for (int i = 0; i < 50 * 1024; i++) {
                out.write(KILOBYTE);
            }
        });

        assertThat(rig.answer(web.url("/a")).length()).isEqualTo(52_428_800L);
        assertThat(web.bytesSent()).isLessThan(IN_FLIGHT);
        assertThat(rig.connectedTo()).hasSize(2);
    }

    @Test
    void row50EndsWhenHeadersDrip() {
        web.otherwise(drip("X"));

        var began = System.nanoTime();
        var outcome = rig.ask(web.url("/a"));

        assertThat(outcome).isEqualTo(new Broken(Fault.TOO_SLOW));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(11));
    }

    @Test
    void row50EndsWhenTheServerSaysContinueForEver() {
        web.otherwise((_, out, _) -> {
            while (true) {
                out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
                out.flush();
            }
        });

        assertThat(rig.ask(web.url("/a"))).isEqualTo(new Broken(Fault.TOO_LARGE));
    }

    @Test
    void row50SeesADrippedBodyByItsHeaders() {
        web.otherwise((_, out, socket) -> {
            out.write(WebFixture.head(200, "Content-Length: 1000").getBytes(ISO_8859_1));
            drip("x").to(new Request("GET", "/", Map.of()), out, socket);
        });

        assertThat(rig.answer(web.url("/a")).status()).isEqualTo(200);
    }

    @Test
    void row51StopsReadingHeadersOf32Megabytes() {
        web.otherwise((_, out, _) -> {
            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(ISO_8859_1));
            for (int i = 0; i < 32 * 1024; i++) {
                out.write(new byte[1024]);
            }
        });

        assertThat(rig.ask(web.url("/a"))).isEqualTo(new Broken(Fault.TOO_LARGE));
        assertThat(web.bytesSent()).as("of HEAD and GET").isLessThan(2L * (Http1.MAX_HEADER_BYTES + IN_FLIGHT));
    }

    @Test
    void row51StopsAtAHundredThousandHeaderLines() {
        web.otherwise((_, out, _) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(ISO_8859_1));
            for (int i = 0; i < 100_000; i++) {
                out.write("X: y\r\n".getBytes(ISO_8859_1));
            }
        });

        assertThat(rig.ask(web.url("/a"))).isEqualTo(new Broken(Fault.TOO_LARGE));
    }

    @ParameterizedTest(name = "row 51: {0}")
    @ValueSource(
            strings = {
                "<html>HTTP/0.9 has no headers</html>\r\n",
                "HTTP/1.1 20 OK\r\n\r\n",
                "HTTP/1.1 000 Zero\r\n\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "\u0000\u0001\u0002\u0003\r\n\r\n",
                "HTTP/1.1\r\n\r\n"
            })
    void row51CallsNonsenseBroken(String answer) {
        web.otherwise(WebFixture.raw(answer));

        assertThat(rig.ask(web.url("/a"))).isInstanceOf(Broken.class);
    }

    @Test
    void row51ReadsAStatusThatNobodyKnows() {
        web.otherwise(WebFixture.status(999));

        assertThat(rig.answer(web.url("/a")).status()).isEqualTo(999);
    }

    @Test
    void callsAnEmptyReplyBroken() {
        web.otherwise((_, _, _) -> {});

        assertThat(rig.ask(web.url("/a"))).isEqualTo(new Broken(Fault.EMPTY));
    }

    @Test
    void callsAResetInTheMiddleOfHeadersBroken() {
        web.otherwise((_, out, socket) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-".getBytes(ISO_8859_1));
            out.flush();
            socket.setSoLinger(true, 0);
            socket.close();
        });

        assertThat(rig.ask(web.url("/a"))).isInstanceOf(Broken.class);
    }

    @Test
    void readsNoMoreThanEightKilobytesOfText() {
        web.otherwise((_, out, _) -> {
            out.write(WebFixture.head(200, "Content-Type: text/html", "Transfer-Encoding: chunked")
                    .getBytes(ISO_8859_1));
            for (int i = 0; i < 50 * 1024; i++) {
                out.write("400\r\n".getBytes(ISO_8859_1));
                out.write("word ".repeat(205).substring(0, 1024).getBytes(ISO_8859_1));
                out.write("\r\n".getBytes(ISO_8859_1));
            }
        });

        var sight = rig.probe().ask(ProbeRig.question(web.url("/a")).forText());

        assertThat(((Outcome.Answered) sight.outcome()).answer().text()).isNotNull();
        assertThat(web.bytesSent()).isLessThan(IN_FLIGHT);
    }

    @Test
    void survivesBadChunking() {
        web.otherwise(WebFixture.raw(
                WebFixture.head(200, "Content-Type: text/html", "Transfer-Encoding: chunked") + "zzz\r\nnonsense"));

        assertThat(rig.probe().ask(ProbeRig.question(web.url("/a")).forText()).outcome())
                .isInstanceOf(Outcome.Answered.class);
    }

    @ParameterizedTest(name = "row 44: redirect to {0}")
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://10.0.0.1/",
                "//10.0.0.1",
                "http://169.254.169.254/latest",
                "http://[::1]/",
                "http://localhost/",
                "http://metadata.google.internal/",
                "file:///etc/passwd",
                "ftp://127.9.1.1/",
                "javascript:alert(1)",
                "http://127.9.1.1:22/",
                "http://",
                "http://0x7f.1/"
            })
    void row44DoesNotFollowUnsafeRedirects(String target) throws IOException {
        web.on("/a", WebFixture.redirect(target));
        try (var dns = new DnsFixture("127.0.0.1")) {
            var careful = new ProbeRig(dns.server());

            assertThat(careful.ask(web.url("/a"))).isEqualTo(new Outcome.RedirectUnsafe());
            assertThat(careful.connectedTo()).allMatch(InetAddress.ofLiteral("127.9.1.1")::equals);
        }
    }

    @Test
    void row47StopsInALoopAndWhereBrowsersStop() {
        web.on("/self", WebFixture.status(302, "Location: /self", "Set-Cookie: seen=1"));
        for (int i = 0; i < 50; i++) {
            web.on("/hop" + i, WebFixture.redirect("/hop" + (i + 1)));
        }

        assertThat(rig.ask(web.url("/self"))).isEqualTo(new Outcome.RedirectLoop());
        assertThat(rig.ask(web.url("/hop0"))).isEqualTo(new Outcome.RedirectLoop());
        assertThat(web.requests())
                .extracting(Request::target)
                .contains("/hop20")
                .doesNotContain("/hop21");
    }

    @ParameterizedTest
    @CsvSource({
        "/b.jpg, OTHER_PATH",
        "/, ROOT",
        "/404.html, ERROR_PAGE",
        "/x/not-found, ERROR_PAGE",
        "/login?next=a, LOGIN",
        "/search?q=a, SEARCH",
        "http://127.9.1.2:%d/a.jpg, OTHER_DOMAIN"
    })
    void saysWhereARedirectLed(String target, Landing landing) {
        try (var other = WebFixture.at("127.9.1.2").otherwise(WebFixture.status(200))) {
            web.otherwise(WebFixture.status(200)).on("/a.jpg", WebFixture.redirect(target.formatted(other.port())));

            assertThat(rig.answer(web.url("/a.jpg")).landing()).isEqualTo(landing);
        }
    }

    @Test
    void replaysTheReferrerAndSendsNoCredentials() {
        web.on("/a", WebFixture.status(200));
        var url = web.url("/a").replace("://", "://user:pass@");

        rig.probe().ask(ProbeRig.question(url, "http://example.test/page?x=1"));

        var request = web.requests().getFirst();
        assertThat(request.header("referer")).isEqualTo("http://example.test/page?x=1");
        assertThat(request.header("authorization")).isNull();
        assertThat(request.header("user-agent")).isEqualTo("Somebody/1.0");
        assertThat(request.headers()).doesNotContainKey("range");
    }

    @Test
    void sendsPathsAsTheyAre() {
        web.otherwise(WebFixture.status(200));

        rig.ask(web.url("//x//y?a=%zz|b"));

        assertThat(web.requests().getFirst().target()).isEqualTo("//x//y?a=%zz|b");
    }

    @Test
    void tellsARefusedConnection() throws Exception {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.ofLiteral("127.9.1.3"))) {
            port = closed.getLocalPort();
        }

        assertThat(rig.ask("http://127.9.1.3:" + port + "/")).isEqualTo(new Outcome.ConnectionRefused());
    }

    @Test
    void readsHowLongItShouldWait() {
        web.otherwise(WebFixture.status(503, "Retry-After: 120"));

        assertThat(rig.answer(web.url("/a")).retryAfter()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void opensNoMoreThanFourConnectionsToOneAddress() throws Exception {
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        web.otherwise((request, out, socket) -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            var _ = over.await(100, TimeUnit.MILLISECONDS);
            open.decrementAndGet();
            WebFixture.status(200).to(request, out, socket);
        });
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                askers.execute(() -> rig.ask(web.url("/a")));
            }
        }

        assertThat(web.connections()).isEqualTo(40);
        assertThat(most).hasValue(AddressSlots.PER_ADDRESS);
    }

    private WebFixture.Reply drip(String piece) {
        return (_, out, socket) -> dripUntilClosed(out, socket, piece);
    }

    private void dripUntilClosed(OutputStream out, Socket socket, String piece)
            throws IOException, InterruptedException {
        out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(ISO_8859_1));
        while (!socket.isClosed() && !over.await(500, TimeUnit.MILLISECONDS)) {
            out.write(piece.getBytes(ISO_8859_1));
            out.flush();
        }
    }
}
