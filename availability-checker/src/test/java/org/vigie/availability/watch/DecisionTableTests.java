package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Answer.Landing;
import org.vigie.availability.probe.Gate;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Outcome.Broken;
import org.vigie.availability.probe.Outcome.Fault;
import org.vigie.availability.probe.Outcome.NotAsked;
import org.vigie.availability.probe.Outcome.Reason;

/** Every row of the decision table, Tor's apart. */
class DecisionTableTests {

    @ParameterizedTest(name = "{0} is REACHABLE")
    @ValueSource(ints = {200, 201, 202, 203, 204, 205, 206, 207, 299, 304, 416})
    void contentIsThere(int status) {
        assertThat(says(answered(status))).isEqualTo(Signal.REACHABLE);
    }

    @ParameterizedTest(name = "{0} is GATED")
    @ValueSource(ints = {401, 407})
    void contentMayBeBehindAGate(int status) {
        assertThat(says(answered(status))).isEqualTo(Signal.GATED);
    }

    @ParameterizedTest(name = "{0} is BLOCKED")
    @ValueSource(ints = {403, 406})
    void weAreTurnedAway(int status) {
        assertThat(says(answered(status))).isEqualTo(Signal.BLOCKED);
    }

    @Test
    void aServerThatAsksForPatienceIsDownAndOneThatAsksForProofTurnsUsAway() {
        assertThat(says(new Outcome.Answered(answer(503, Duration.ofSeconds(5), null, Landing.SAME_PLACE, null))))
                .isEqualTo(Signal.INFRA_DOWN);
        assertThat(says(answered(429))).isEqualTo(Signal.THROTTLED);
        assertThat(says(new Outcome.Answered(answer(200, null, Gate.BOT_CHECK, Landing.SAME_PLACE, null))))
                .isEqualTo(Signal.BOT_CHECK);
        assertThat(says(answered(503))).isEqualTo(Signal.INFRA_DOWN);
    }

    @Test
    void contentIsSaidToBeGone() {
        assertThat(says(answered(404))).isEqualTo(Signal.GONE_404);
        assertThat(says(answered(410))).isEqualTo(Signal.GONE_410);
    }

    @Test
    void aLegalBlockSaysNothingOfOtherPlaces() {
        assertThat(says(answered(451))).isEqualTo(Signal.LEGAL_BLOCK);
        assertThat(Signal.LEGAL_BLOCK.meaning()).isEqualTo(Signal.Meaning.NEITHER);
    }

    @ParameterizedTest(name = "{0} is PROBE_REJECTED")
    @ValueSource(ints = {300, 301, 302, 400, 405, 411, 414, 415, 418, 421, 422, 431, 501, 505, 506, 510, 511, 600})
    void ourRequestWasAtFault(int status) {
        assertThat(says(answered(status))).isEqualTo(Signal.PROBE_REJECTED);
    }

    @ParameterizedTest(name = "{0} is INFRA_DOWN")
    @ValueSource(ints = {500, 502, 504, 507, 508, 509, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530, 599})
    void theServersMachineryFails(int status) {
        assertThat(says(answered(status))).isEqualTo(Signal.INFRA_DOWN);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("withoutAnswer")
    void saysWhatNoAnswerMeans(Outcome outcome, Signal signal) {
        assertThat(says(outcome)).isEqualTo(signal);
    }

    static Stream<Arguments> withoutAnswer() {
        return Stream.of(
                Arguments.of(new Outcome.NameGone(), Signal.NAME_GONE),
                Arguments.of(new Outcome.NoAddress(), Signal.NO_ADDRESS),
                Arguments.of(new Outcome.DnsBroken(), Signal.DNS_BROKEN),
                Arguments.of(new Outcome.Unroutable(), Signal.UNROUTABLE),
                Arguments.of(new Outcome.ConnectionRefused(), Signal.INFRA_DOWN),
                Arguments.of(new Outcome.ConnectTimeout(), Signal.INFRA_DOWN),
                Arguments.of(new Outcome.TlsNameUnknown(), Signal.INFRA_DOWN),
                Arguments.of(new Outcome.TlsFailed(), Signal.PROBE_REJECTED),
                Arguments.of(new Broken(Fault.EMPTY), Signal.INFRA_DOWN),
                Arguments.of(new Broken(Fault.RESET), Signal.INFRA_DOWN),
                Arguments.of(new Broken(Fault.SILENT), Signal.INFRA_DOWN),
                Arguments.of(new Outcome.CertificateDemanded(), Signal.GATED),
                Arguments.of(new Broken(Fault.MALFORMED), Signal.PROBE_REJECTED),
                Arguments.of(new Broken(Fault.TOO_LARGE), Signal.PROBE_REJECTED),
                Arguments.of(new Broken(Fault.TOO_SLOW), Signal.PROBE_REJECTED),
                Arguments.of(new Outcome.RedirectLoop(), Signal.PROBE_REJECTED),
                Arguments.of(new Outcome.RedirectUnsafe(), Signal.PROBE_REJECTED),
                Arguments.of(new Outcome.BehindRedirect(new Outcome.NameGone()), Signal.INFRA_DOWN),
                Arguments.of(new Outcome.BehindRedirect(new Outcome.TlsFailed()), Signal.PROBE_REJECTED),
                Arguments.of(new Outcome.LocalFault(), Signal.LOCAL_FAULT),
                Arguments.of(new NotAsked(Reason.BAD_PORT), Signal.UNVERIFIABLE),
                Arguments.of(new NotAsked(Reason.ONION), Signal.UNVERIFIABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROOT", "ERROR_PAGE", "SEARCH", "OTHER_DOMAIN"})
    void aRedirectToSomewhereGeneralNeedsAControl(Landing landing) {
        var outcome = new Outcome.Answered(answer(200, null, null, landing, "text/html"));

        assertThat(SignalTable.of(outcome)).isEqualTo(Signal.UNVERIFIABLE);
    }

    @Test
    void aRedirectToALoginIsAGateAndOneToMediaElsewhereAMove() {
        assertThat(says(new Outcome.Answered(answer(200, null, null, Landing.LOGIN, "text/html"))))
                .isEqualTo(Signal.GATED);
        assertThat(says(new Outcome.Answered(answer(200, null, null, Landing.OTHER_DOMAIN, "image/png"))))
                .isEqualTo(Signal.MOVED);
        assertThat(says(new Outcome.Answered(answer(200, null, null, Landing.OTHER_PATH, "image/png"))))
                .isEqualTo(Signal.REACHABLE);
    }

    private static Signal says(Outcome outcome) {
        return SignalTable.of(outcome);
    }

    private static Outcome answered(int status) {
        return new Outcome.Answered(answer(status, null, null, Landing.SAME_PLACE, null));
    }

    private static Answer answer(
            int status, @Nullable Duration retryAfter, @Nullable Gate gate, Landing landing, @Nullable String type) {
        return new Answer(
                status, true, type, null, null, null, retryAfter, gate, null, landing, null, Set.of(), Set.of());
    }
}
