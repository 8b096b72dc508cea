package org.vigie.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.vigie.support.access.CallerRole;
import org.vigie.testing.RefusedCallers;
import org.vigie.testing.TestIssuer;

/** Who is let through, and what is said to who is not. */
@ProbeTest
class AccessTests {

    private static final TestIssuer ISSUER = TestIssuer.shared();

    @LocalServerPort
    private int port;

    private record Answer(int status, @Nullable String challenge, String body) {}

    @Test
    void aPrincipalWithARoleForItIsLetThrough() {
        assertThat(echo(ISSUER.token("anna", "analyst")).status()).isEqualTo(200);
    }

    @Test
    void aPrincipalWithoutARoleForItIsToldSo() {
        var answer = echo(ISSUER.token("anna", "auditor"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.challenge()).isEqualTo("Bearer error=\"insufficient_scope\"");
        assertThat(answer.body()).contains("urn:vigie:problem:role-missing");
    }

    /** Each operation of the contract, by each caller; two have ids, at which two find nothing. */
    @Test
    void everyCellOfTheMatrixHolds() {
        assertThat(RefusedCallers.check(port, CallerRole.words()))
                .isEqualTo(3 * (6 + CallerRole.values().length + 1) + 2 * 2);
    }

    @Test
    void aPartnerHearsNoMoreOfHealthThanAnybody() {
        assertThat(health("partner:read").body()).contains("status").doesNotContain("components");
        assertThat(health("auditor").body()).contains("components");
    }

    private Answer health(String role) {
        return answered(RestClient.create()
                .get()
                .uri(address("/actuator/health"))
                .header("Authorization", "Bearer " + ISSUER.token("anna", role)));
    }

    @Test
    void whoHasNoTokenHearsWhatIsWanted() {
        var answer = answered(RestClient.create().post().uri(address("/v1/echo")));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge()).isEqualTo("Bearer");
        assertThat(answer.body()).contains("urn:vigie:problem:unauthorized");
    }

    @Test
    void whoseTokenIsNotGoodHearsNoMoreThanThat() {
        var past = TestIssuer.in(Duration.ofHours(-1));
        for (var token : new String[] {
            ISSUER.signed(ISSUER.claims("anna", "analyst").expirationTime(past).build()),
            ISSUER.signed(ISSUER.claims("anna", "analyst").audience("another").build()),
            ISSUER.forged(ISSUER.claims("anna", "analyst").build())
        }) {
            var answer = echo(token);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.challenge()).isEqualTo("Bearer error=\"invalid_token\"");
            assertThat(answer.body()).contains("The bearer token is not valid here, or no longer.");
        }
    }

    @Test
    void whereNothingIsEverybodyKnownMayHearThat() {
        assertThat(get("/v1/nothing", ISSUER.token("anna")).status()).isEqualTo(404);
        assertThat(get("/v1/echo", ISSUER.token("anna")).status()).isEqualTo(405);
        assertThat(get("/%761/nothing", "none").status()).isEqualTo(401);
    }

    @Test
    void nobodyReachesAnActuatorWithoutALine() {
        assertThat(get("/actuator", ISSUER.token("anna", "operator")).status()).isEqualTo(403);
        assertThat(get("/actuator/env", "secret").status()).isEqualTo(403);
        assertThat(get("/actuator/env", "none").status()).isEqualTo(401);
        assertThat(get("/actuator/health/liveness", "secret").status()).isNotEqualTo(403);
        assertThat(get("/actuator/prometheus", "secret").status()).isEqualTo(200);
    }

    @Test
    void whoActsIsThePrincipalAndNobodyElse() {
        var token = ISSUER.token("anna", "analyst");

        assertThat(changed(token, null).body()).isEqualTo("anna <%s anna> - true".formatted(ISSUER.address()));
        assertThat(changed(token, "Zoë").status()).isEqualTo(400);
        assertThat(changed(token, "Zoë").body()).contains("Header Vigie-Operator must be left out");
        assertThat(changed("secret", "Anna").body()).isEqualTo("Anna - true");
    }

    private Answer changed(String token, @Nullable String operator) {
        var request = RestClient.create()
                .post()
                .uri(address("/v1/changed/7"))
                .header("Authorization", "Bearer " + token)
                .header("If-Match", "\"7\"");
        return answered(operator == null ? request : request.header("Vigie-Operator", operator));
    }

    private Answer echo(String token) {
        return answered(RestClient.create()
                .post()
                .uri(address("/v1/echo"))
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"category\": \"CSAM\", \"some_number\": 1}"));
    }

    private Answer get(String path, String token) {
        return answered(RestClient.create()
                .get()
                .uri(java.net.URI.create(address(path)))
                .header("Authorization", "Bearer " + token));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static Answer answered(RestClient.RequestHeadersSpec<?> request) {
        return request.exchangeForRequiredValue((_, response) -> new Answer(
                response.getStatusCode().value(),
                response.getHeaders().getFirst("WWW-Authenticate"),
                String.valueOf(response.bodyTo(String.class))));
    }
}
