package org.vigie.availability.probe.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.availability.fixture.WebFixture;

/** Of what lies behind a head nothing is taken. */
class HeadInputTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n",
                "HTTP/1.1 200 OK\nA: b\n\n",
                "HTTP/1.1 200 OK\r\nA: b\n\r\n",
                "HTTP/1.0 200\n\n",
                "HTTP/1.1 200 OK\r\nfolded:\r\n \t\r\n\r\n"
            })
    void stopsBehindTheEmptyLine(String head) throws IOException {
        var sent = new ByteArrayInputStream((head + "picture").getBytes(ISO_8859_1));
        var in = new HeadInput(sent);
        var taken = new StringBuilder();

        while (taken.length() < head.length()) {
            var octets = new byte[2_048];
            taken.append(new String(octets, 0, in.read(octets, 0, octets.length), ISO_8859_1));
        }

        assertThat(taken).hasToString(head);
        assertThat(sent.available()).isEqualTo("picture".length());
    }

    @Test
    void leavesAPictureThatIsSentWholeToTheKernels() {
        try (var web = WebFixture.at("127.9.9.1")) {
            web.otherwise((request, out, _) -> {
                out.write(WebFixture.head(request.method().equals("HEAD") ? 405 : 200, "Content-Type: image/png")
                        .getBytes(ISO_8859_1));
                out.write(new byte[10_000_000]);
            });

            assertThat(new ProbeRig().answer(web.url("/a")).status()).isEqualTo(200);
            assertThat(web.bytesSent()).as("what both kernels hold").isLessThan(128 * 1024);
        }
    }
}
