package org.vigie.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import net.javacrumbs.jsonunit.assertj.JsonAssertions;
import org.apache.juli.logging.LogFactory;
import org.apache.tomcat.util.log.UserDataHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bytes that no HTTP client would send, and what the server itself refuses: a problem that repeats nothing. */
@ProbeTest
class BareRequestsTests {

    private static final int PATIENCE_MILLIS = 10_000;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GET /v1/planted%2Fsecret HTTP/1.1         |                                  | 400 | malformed-request
            GET /v1/planted%00secret HTTP/1.1         |                                  | 400 | malformed-request
            GET /v1/planted%5Csecret HTTP/1.1         |                                  | 400 | malformed-request
            GET /v1/planted%zzsecret HTTP/1.1         |                                  | 400 | malformed-request
            GET /v1/planted<secret>{}^ HTTP/1.1      |                                  | 400 | malformed-request
            GET http://planted.test:secret/ HTTP/1.1  |                                  | 400 | malformed-request
            GET /v1/../../planted/secret HTTP/1.1     |                                  | 400 | malformed-request
            GET /v1/planted/secret HTTP/7.9           |                                  | 505 | malformed-request
            PLANTED[SECRET /v1/echo HTTP/1.1          |                                  | 400 | malformed-request
            TRACE /v1/echo HTTP/1.1                   | X-A: planted-secret              | 405 | method-not-allowed
            GET /v1/echo HTTP/1.1                     | Transfer-Encoding: planted       | 501 | malformed-request
            POST /v1/echo HTTP/1.1                    | Content-Length: planted          | 400 | malformed-request
            GET /v1/echo HTTP/1.1                     | Host: planted.test/secret        | 400 | malformed-request
            """)
    void areAnsweredByAProblem(String line, @Nullable String header, int status, String type) throws IOException {
        isProblem(answer(line + "\r\nAccept: text/html\r\n" + lines(header)), status, type);
    }

    /** The server asks this helper before it quotes what a client sent; at INFO it would do so once in a while. */
    @Test
    void areNotQuotedInTheLog() {
        var log = LogFactory.getLog("org.apache.coyote.http11.Http11Processor");

        assertThat(new UserDataHelper(log).getNextMode()).isNull();
    }

    @Test
    void areRefusedIfTheirHeadIsTooLong() throws IOException {
        isProblem(answer("GET /v1/echo HTTP/1.1\r\nX-A: " + "planted".repeat(5000) + "\r\n"), 400, "malformed-request");
        isProblem(answer("GET /" + "planted".repeat(5000) + " HTTP/1.1\r\n"), 400, "malformed-request");
    }

    @Test
    void areAnsweredByHeadersAloneWhereABodyMayNotBe() throws IOException {
        var answer = answer("HEAD /v1/planted%2Fsecret HTTP/1.1\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .doesNotContain("planted", "html")
                .endsWith("\r\n\r\n");
    }

    private static String lines(@Nullable String header) {
        return header == null ? "" : header + "\r\n";
    }

    private static void isProblem(String answer, int status, String type) {
        var parts = answer.split("\r\n\r\n", 2);
        assertThat(parts[0]).startsWith("HTTP/1.1 " + status).contains("Content-Type: application/problem+json");
        JsonAssertions.assertThatJson(parts[1])
                .and(
                        problem -> problem.node("type").isEqualTo("urn:vigie:problem:" + type),
                        problem -> problem.node("status").isEqualTo(status));
        assertThat(answer).doesNotContainIgnoringCase("planted", "secret", "<html", "tomcat", "\tat ");
    }

    /** All of what is sent back until the connection is closed. */
    private String answer(String head) throws IOException {
        var host = head.contains("Host:") ? "" : "Host: 127.0.0.1\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write((head + host + "Connection: close\r\n\r\n").getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
