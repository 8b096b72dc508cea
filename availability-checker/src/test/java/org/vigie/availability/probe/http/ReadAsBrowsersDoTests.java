package org.vigie.availability.probe.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.availability.fixture.Request;
import org.vigie.availability.fixture.WebFixture;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Outcome.Broken;
import org.vigie.availability.probe.Outcome.Fault;
import org.vigie.availability.probe.TextPrint;

/** Answers that browsers show, however badly they are written: a server that sends a 2xx status line is there. */
@Timeout(60)
class ReadAsBrowsersDoTests {

    /** {@link #PAGE} as Brotli 1.1 packs it. */
    private static final byte[] PAGE_IN_BROTLI =
            Base64.getDecoder().decode("G8YDgIzTJbJXejNCpScID1z5hMFEDthrmZzIXyVVYjimtaJAk2jgYjlAAA==");

    private static final String PAGE = "<p>" + "a page of several words ".repeat(40) + "</p>";

    private final WebFixture web = WebFixture.at("127.9.7.1");
    private final ProbeRig rig = new ProbeRig();
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void stop() {
        over.countDown();
        web.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "HTTP/2.0 200 OK",
                "HTTP/7.3 200 OK",
                "HTTP/1.1 200",
                "HTTP/1.0 200 ",
                "http/1.1 200 OK",
                "HTTP 200 OK",
                "ICY 200 OK",
                "HTTP/1.1  200   Very OK"
            })
    void statusLinesOfAnySpelling(String line) {
        web.otherwise(WebFixture.raw(line + "\r\nContent-Type: image/png\r\n\r\n"));

        var answer = rig.answer(web.url("/a"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.mediaType()).isEqualTo("image/png");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "no colon in this line",
                ": a name is missing",
                " folded without a first line",
                "\tfolded by a tab",
                "Name : space before the colon",
                "X-Control: \u0001\u007f",
                "X-Latin: d\u00e9j\u00e0 vu",
                "Content-Length: 12, 13",
                "Content-Length: 999999999999999999999",
                "Content-Length: 1\r\nContent-Length: 2",
                "X-Folded: one\r\n two\r\n\tthree"
            })
    void oddHeaderLinesArePassedOver(String line) {
        web.otherwise(WebFixture.raw("HTTP/1.1 200 OK\r\n" + line + "\r\nContent-Type: image/png\r\n\r\n"));

        var answer = rig.answer(web.url("/a"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.mediaType()).isEqualTo("image/png");
    }

    @Test
    void joinsFoldedLines() {
        web.otherwise(WebFixture.status(200, "Content-Type:\r\n image/png"));

        assertThat(rig.answer(web.url("/a")).mediaType()).isEqualTo("image/png");
    }

    @Test
    void linesMayEndInALineFeedAlone() {
        web.otherwise(WebFixture.raw("HTTP/1.1 200 OK\nContent-Type: image/png\n\n"));

        assertThat(rig.answer(web.url("/a")).mediaType()).isEqualTo("image/png");
    }

    @Test
    void hasNoLimitOfHeaderLines() {
        var lines = IntStream.range(0, 120).mapToObj(i -> "X-" + i + ": y").toArray(String[]::new);
        web.otherwise(WebFixture.status(200, lines));

        assertThat(rig.answer(web.url("/a")).status()).isEqualTo(200);
    }

    @Test
    void readsFortyKilobytesInOneLineAndInTwelveCookies() {
        web.on("/line", WebFixture.status(200, "Content-Security-Policy: " + "x".repeat(40_000)));
        var cookies = IntStream.range(0, 12)
                .mapToObj(i -> "Set-Cookie: c" + i + "=" + "v".repeat(3_500))
                .toArray(String[]::new);
        web.on("/cookies", WebFixture.status(200, cookies));

        assertThat(rig.answer(web.url("/line")).status()).isEqualTo(200);
        assertThat(rig.answer(web.url("/cookies")).status()).isEqualTo(200);
    }

    @Test
    void aLimitOfOursIsNoOutage() {
        web.otherwise(WebFixture.status(200, "X: " + "x".repeat(300 * 1024)));

        assertThat(rig.ask(web.url("/a"))).isEqualTo(new Broken(Fault.TOO_LARGE));
        assertThat(Fault.TOO_LARGE.isOurLimit()).isTrue();
    }

    @Test
    void passesOverEveryInterimAnswer() {
        var hints = "HTTP/1.1 103 Early Hints\r\nLink: </s.css>; rel=preload\r\n\r\n".repeat(9);
        web.otherwise(WebFixture.raw("HTTP/1.1 100 Continue\r\n\r\n" + hints + WebFixture.head(200)));

        assertThat(rig.answer(web.url("/a")).status()).isEqualTo(200);
    }

    @Test
    void waitsForAFirstOctetThatIsLateAndAsksByGetWhereHeadIsNeverAnswered() {
        web.otherwise((request, out, socket) -> {
            var late = request.method().equals("HEAD") ? 20 : 4;
            if (!over.await(late, TimeUnit.SECONDS)) {
                WebFixture.status(200).to(request, out, socket);
            }
        });

        assertThat(rig.answer(web.url("/a")).status())
                .as("ten times as fast as usual")
                .isEqualTo(200);
    }

    @Test
    void tellsSilenceFromAnAnswerThatIsNotFinished() {
        web.on("/silent", (_, _, _) -> {
            var _ = over.await(30, TimeUnit.SECONDS);
        });
        web.on("/slow", (_, out, _) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(ISO_8859_1));
            out.flush();
            var _ = over.await(30, TimeUnit.SECONDS);
        });

        assertThat(rig.ask(web.url("/silent"))).isEqualTo(new Broken(Fault.SILENT));
        assertThat(rig.ask(web.url("/slow"))).isEqualTo(new Broken(Fault.TOO_SLOW));
    }

    @ParameterizedTest(name = "octets {1}")
    @CsvSource({"/d'été/x.html, UTF-8, /d'%C3%A9t%C3%A9/x.html", "/d'été/x.html, ISO-8859-1, /d'%E9t%E9/x.html"})
    void sendsBackTheOctetsOfALocation(String location, Charset charset, String target) {
        web.on(
                        "/a",
                        (_, out, _) -> out.write(
                                WebFixture.head(302, "Location: " + location).getBytes(charset)))
                .on(target, WebFixture.status(200));

        assertThat(rig.answer(web.url("/a")).status()).isEqualTo(200);
        assertThat(web.requests().getLast().target()).isEqualTo(target);
    }

    @Test
    void passesACookieTestOntoItself() {
        web.on(
                "/a",
                (request, out, socket) -> (request.header("cookie") == null
                                ? WebFixture.status(302, "Location: /a", "Set-Cookie: seen=1; Path=/")
                                : WebFixture.status(200))
                        .to(request, out, socket));

        assertThat(rig.answer(web.url("/a")).status()).isEqualTo(200);
        assertThat(web.requests())
                .extracting(request -> request.method() + " " + request.header("cookie"))
                .containsExactly("HEAD null", "GET null", "HEAD seen=1");

        rig.ask(web.url("/a"));
        assertThat(web.requests().get(3).header("cookie"))
                .as("of the next question")
                .isNull();
    }

    @Test
    void forgetsItsCookiesWithTheQuestion() {
        web.otherwise(WebFixture.status(200, "Set-Cookie: id=1; Path=/; Max-Age=100000"));

        rig.ask(web.url("/a"));
        rig.ask(web.url("/b"));

        assertThat(web.requests()).hasSize(2).allMatch(request -> request.header("cookie") == null);
    }

    @Test
    void followsAsManyRedirectsAsBrowsers() {
        for (int i = 0; i < 20; i++) {
            web.on("/hop" + i, WebFixture.redirect("/hop" + (i + 1)));
        }
        web.on("/hop20", WebFixture.status(200));

        assertThat(rig.answer(web.url("/hop0")).status()).isEqualTo(200);
        web.on("/hop20", WebFixture.redirect("/hop21")).on("/hop21", WebFixture.status(200));
        assertThat(rig.ask(web.url("/hop0"))).isEqualTo(new Outcome.RedirectLoop());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "deflate, bare", "br", "BR", "identity"})
    void undoesAnEncodingThatItDidNotAskFor(String coding) throws IOException {
        var plain = hash("text/html", null, PAGE.getBytes(UTF_8));

        var unpacked = hash("text/html", coding.replace(", bare", ""), packed(coding, PAGE.getBytes(UTF_8)));

        assertThat(unpacked).isNotNull().isEqualTo(plain);
        assertThat(web.requests()).allMatch(request -> "identity".equals(request.header("accept-encoding")));
    }

    @Test
    void unpacksNoMoreThanEightKilobytes() throws IOException {
        var bomb = packed("gzip", new byte[50 * 1024 * 1024]);

        hash("text/html", "gzip", bomb);

        assertThat(web.bytesSent()).as("what both kernels hold").isLessThan(128 * 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "br", "gzip", "deflate", "gzip, br", "aes128gcm"})
    void comparesWhatItCannotUnpackOctetByOctet(String coding) {
        var one = "octets that are no such format, one".getBytes(UTF_8);
        var other = "octets that are no such format, two".getBytes(UTF_8);

        var print = Objects.requireNonNull(text("text/html", coding, one));

        assertThat(text("text/html", coding, one)).isEqualTo(print);
        assertThat(text("text/html", coding, other)).isNotNull().matches(text -> !text.hasWordsOf(print));
    }

    @Test
    void comparesBrotliThatIsLongerThanWhatIsReadOctetByOctet() {
        var long1 = new byte[50_000];
        System.arraycopy(PAGE_IN_BROTLI, 0, long1, 0, PAGE_IN_BROTLI.length - 4);

        assertThat(text("text/html", "br", long1)).isNotNull().matches(print -> !print.whole());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xhtml+xml", "application/xhtml+xml; charset=utf-8", "TEXT/HTML;charset=utf-8"})
    void readsEveryKindOfText(String type) {
        assertThat(hash(type, null, PAGE.getBytes(UTF_8))).isNotNull();
    }

    @ParameterizedTest(name = "Retry-After: {0}")
    @CsvSource({
        "120, PT2M",
        "3600.5, PT1H0M1S",
        "99999999999999999999, PT24H",
        "-1, PT0S",
        "soon, PT0S",
        "'', PT0S",
        "'Sun, 29 Nov 2026 13:00:00 GMT', PT1H",
        "'Sunday, 29-Nov-26 13:00:00 GMT', PT1H",
        "'Sun Nov 29 13:00:00 2026', PT1H",
        "'Wed, 02 Dec 2026 12:00:00 GMT', PT24H",
        "'Sun, 29 Nov 2026 11:00:00 GMT', PT0S"
    })
    void readsEveryFormOfAnAnnouncedPause(String value, Duration pause) {
        web.otherwise(WebFixture.status(503, "Retry-After: " + value));

        assertThat(rig.answer(web.url("/a")).retryAfter()).isEqualTo(pause);
    }

    @Test
    void countsAPauseFromTheServersOwnDate() {
        web.otherwise(WebFixture.status(
                503, "Date: Fri, 01 Jan 2021 00:00:00 GMT", "Retry-After: Fri, 01 Jan 2021 00:10:00 GMT"));

        assertThat(rig.answer(web.url("/a")).retryAfter()).isEqualTo(Duration.ofMinutes(10));
    }

    private @Nullable Long hash(String type, @Nullable String coding, byte[] body) {
        var text = text(type, coding, body);
        return text == null ? null : Long.valueOf(text.words());
    }

    private @Nullable TextPrint text(String type, @Nullable String coding, byte[] body) {
        web.on("/page", (request, out, _) -> {
            var encoding = coding == null ? "X: y" : "Content-Encoding: " + coding;
            out.write(WebFixture.head(200, "Content-Type: " + type, encoding).getBytes(ISO_8859_1));
            write(body, request, out);
        });
        var outcome =
                rig.probe().ask(ProbeRig.question(web.url("/page")).forText()).outcome();
        return ((Outcome.Answered) outcome).answer().text();
    }

    private static void write(byte[] body, Request request, OutputStream out) throws IOException {
        if (request.method().equals("GET")) {
            out.write(body);
        }
    }

    private static byte[] packed(String coding, byte[] plain) throws IOException {
        if (coding.equalsIgnoreCase("br")) {
            return PAGE_IN_BROTLI;
        }
        var packed = new ByteArrayOutputStream();
        try (var out = switch (coding) {
            case "gzip", "x-gzip" -> new GZIPOutputStream(packed);
            case "deflate" -> new DeflaterOutputStream(packed);
            case "deflate, bare" -> new DeflaterOutputStream(packed, new Deflater(9, true));
            default -> packed;
        }) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
