package org.vigie.availability.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vigie.availability.fixture.WebFixture;
import org.vigie.availability.probe.Outcome.Answered;
import org.vigie.testing.SpoiltTexts;

/** Whatever a server sends for a head is an answer or a fault, and leads nowhere else. */
class SpoiltHeadsTests {

    private static final long SEED = Long.getLong("vigie.seed", 23);
    private static final int HEADS = Integer.getInteger("vigie.heads", 1_500);

    @Test
    void areReadOrCalledBroken() {
        var rig = new ProbeRig();
        try (var web = WebFixture.at("127.9.65.1")) {
            var sound = List.of(
                    WebFixture.head(200, "Content-Type: image/jpeg", "Content-Length: 17", "ETag: \"abc\""),
                    WebFixture.head(
                            206, "Content-Range: bytes 0-0/4711", "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT"),
                    WebFixture.head(302, "Location: " + web.url("/next?a=b"), "Set-Cookie: a=b"),
                    WebFixture.head(503, "Retry-After: 120", "Date: Sun, 06 Nov 1994 08:49:37 GMT"),
                    WebFixture.head(429, "Retry-After: Sun, 06 Nov 2094 08:49:37 GMT", "cf-mitigated: challenge"),
                    WebFixture.head(200, "Content-Type: text/html", "Transfer-Encoding: chunked")
                            + "5\r\nwords\r\n0\r\n\r\n");
            var answered = new AtomicInteger();
            SpoiltTexts.of(sound, SEED, HEADS).forEach(head -> {
                web.otherwise((_, out, _) -> out.write(head));
                assertThatCode(() -> {
                            if (rig.ask(web.url("/a")) instanceof Answered) {
                                answered.incrementAndGet();
                            }
                        })
                        .as("seed %d: %s", SEED, List.of(head))
                        .doesNotThrowAnyException();
            });

            assertThat(answered).hasValueBetween(HEADS / 10, HEADS - HEADS / 10);
            assertThat(rig.connectedTo())
                    .allMatch(address -> address.getHostAddress().startsWith("127.9."));
        }
    }
}
