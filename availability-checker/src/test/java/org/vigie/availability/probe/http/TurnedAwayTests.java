package org.vigie.availability.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.availability.fixture.Request;
import org.vigie.availability.fixture.WebFixture;
import org.vigie.availability.fixture.WebFixture.Reply;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Answer.Note;
import org.vigie.availability.probe.Outcome;

/** A server that counts our requests is neither down, nor does it say anything of the URL. */
@Timeout(30)
class TurnedAwayTests {

    private final WebFixture web = WebFixture.at("127.9.8.1");
    private final ProbeRig rig = new ProbeRig();

    @AfterEach
    void stop() {
        web.close();
    }

    @ParameterizedTest
    @CsvSource({"404, 503", "404, 429", "403, 503", "500, 429"})
    void asksAgainAfterAMomentWhereHeadWasAnswered(int head, int turnedAway) {
        var gets = new AtomicInteger();
        web.otherwise(byMethod(
                WebFixture.status(head),
                (request, out, socket) -> WebFixture.status(gets.incrementAndGet() == 1 ? turnedAway : 404)
                        .to(request, out, socket)));

        var answer = rig.answer(web.url("/a"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.notes()).isEmpty();
    }

    @Test
    void isNoOutageWhereItIsTurnedAwayTwice() {
        web.otherwise(byMethod(WebFixture.status(404), WebFixture.status(503)));

        var answer = rig.answer(web.url("/a"));

        assertThat(answer.notes()).containsExactly(Note.TURNED_AWAY);
        assertThat(web.requests()).extracting(Request::method).containsExactly("HEAD", "GET", "GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "2", "Sun, 29 Nov 2026 13:00:00 GMT", "soon"})
    void doesNotComeBackSoonerThanItIsTold(String retryAfter) {
        web.otherwise(byMethod(WebFixture.status(404), WebFixture.status(503, "Retry-After: " + retryAfter)));

        assertThat(rig.answer(web.url("/a")).notes()).containsExactly(Note.TURNED_AWAY);
        assertThat(web.requests()).hasSize(2);
    }

    @Test
    void takesATroubleFromTheFirstQuestionOnForAnOutage() {
        web.otherwise(WebFixture.status(503));

        assertThat(rig.answer(web.url("/a")).notes()).isEmpty();
        assertThat(web.requests()).hasSize(2);
    }

    @Test
    void asksAHostAgainThatHasAnsweredAnotherQuestionOfTheLook() {
        var requests = new AtomicInteger();
        web.otherwise((request, out, socket) ->
                WebFixture.status(requests.incrementAndGet() == 1 ? 503 : 200).to(request, out, socket));

        var question = ProbeRig.question(web.url("/a")).afterAnAnswer();

        assertThat(rig.probe().ask(question).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Answered.class,
                        answered -> assertThat(answered.answer())
                                .extracting(Answer::status)
                                .isEqualTo(200));
    }

    private static Reply byMethod(Reply head, Reply get) {
        return (request, out, socket) -> (request.method().equals("HEAD") ? head : get).to(request, out, socket);
    }
}
