package org.vigie.availability.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.availability.fixture.Http2Fixture;
import org.vigie.availability.fixture.WebFixture;
import org.vigie.availability.probe.Ask;
import org.vigie.availability.probe.Outcome;

/** Servers that speak HTTP/2, which a few speak alone. */
@Timeout(60)
class Http2Tests {

    private static final String ADDRESS = "127.9.6.1";

    private final ProbeRig rig = new ProbeRig();

    @Test
    void speaksHttp2WhereTheServerDoes() {
        try (var web = Http2Fixture.at(ADDRESS, (_, response) -> {
            response.setContentType("image/png");
            response.setContentLength(12_345);
        })) {
            var answer = rig.answer(web.url("/a.png"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.mediaType()).isEqualTo("image/png");
            assertThat(answer.length()).isEqualTo(12_345);
            assertThat(web.requests()).containsExactly("HTTP/2.0 HEAD /a.png");
        }
    }

    @Test
    void letsNoOctetOfABodyThrough() {
        var floods = new AtomicReference<Http2Fixture>();
        try (var web = Http2Fixture.at(ADDRESS, (_, response) -> {
            response.setContentType("video/mp4");
            floods.get().flood(response, 50 * 1024 * 1024);
        })) {
            floods.set(web);
            var question = ProbeRig.question(web.url("/film.mp4"));
            var get = new Ask(question.url(), null, question.identity(), Ask.Method.GET, true, false);

            assertThat(rig.probe().ask(get).outcome()).isInstanceOf(Outcome.Answered.class);
            assertThat(web.bytesTaken()).isZero();
        }
    }

    @Test
    void readsNoMoreThanEightKilobytesOfText() {
        var floods = new AtomicReference<Http2Fixture>();
        try (var web = Http2Fixture.at(ADDRESS, (_, response) -> {
            response.setContentType("text/html");
            floods.get().flood(response, 50 * 1024 * 1024);
        })) {
            floods.set(web);
            var outcome = rig.probe()
                    .ask(ProbeRig.question(web.url("/page")).forText())
                    .outcome();

            assertThat(((Outcome.Answered) outcome).answer().text()).isNotNull();
            assertThat(web.bytesTaken()).isLessThanOrEqualTo(Http1.MAX_TEXT_BYTES);
        }
    }

    @Test
    void readsHeadersOfSeveralFramesAndFollowsRedirects() {
        try (var web = Http2Fixture.at(ADDRESS, (request, response) -> {
            if (request.getRequestURI().equals("/a")) {
                response.addHeader("Set-Cookie", "seen=1; Secure");
                response.sendRedirect("/b");
                return;
            }
            Collections.nCopies(7, "x".repeat(1000)).forEach(value -> response.addHeader("X-Long", value));
            response.setStatus(request.getHeader("Cookie") == null ? 403 : 200);
        })) {
            assertThat(rig.answer(web.url("/a")).status()).isEqualTo(200);
        }
    }

    @Test
    void isNotLedInside() {
        try (var sink = WebFixture.at("127.0.0.1").otherwise(WebFixture.status(200));
                var web = Http2Fixture.at(ADDRESS, (_, response) -> response.sendRedirect(sink.url("/inside")))) {
            assertThat(rig.ask(web.url("/a"))).isEqualTo(new Outcome.RedirectUnsafe());
            assertThat(sink.connections()).isZero();
        }
    }
}
