package org.vigie.standalone.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.vigie.standalone.issuer.Tokens.Code;

/** What any issuer does for Vigie: people sign in to the desk, programs have tokens, and no others do. */
interface IssuerContract {

    long LONGEST = 600;

    Tried tried();

    @Test
    default void saysWhereEverythingIs() {
        var said = new Tokens(tried()).discovery();

        assertThat(said.path("issuer").asString()).isEqualTo(tried().issuer());
        assertThat(said.path("code_challenge_methods_supported").toString()).contains("S256");
        for (var name : new String[] {"authorization_endpoint", "token_endpoint", "jwks_uri", "end_session_endpoint"}) {
            assertThat(said.path(name).asString()).startsWith("http://127.0.0.1:");
        }
    }

    @Test
    default void aProgramDoesWhatItsRolesSay() {
        var robot = new Tokens(tried()).ofProgram("robot").text("access_token");
        var hotline = new Tokens(tried()).ofProgram("hotline").text("access_token");

        assertThat(counts(robot)).isEqualTo(200);
        assertThat(counts(hotline)).as("a partner").isEqualTo(403);
        assertThat(ownReports(hotline)).as("its own reports").isEqualTo(200);
        assertThat(counts(robot.substring(0, robot.length() - 4) + "AAAA")).isEqualTo(401);
    }

    @Test
    default void aProgramWithTheWrongSecretHasNoToken() {
        var wrong = new Tried(tried().vigie(), tried().issuer(), "", Map.of("robot", "guessed"));

        assertThat(new Tokens(wrong).ofProgram("robot").status()).isEqualTo(401);
    }

    @Test
    default void tokensSayWhoAndEndSoon() {
        var tokens = new Tokens(tried());
        var answer = tokens.forCode(tokens.code(new Browser(), "anna"));
        var access = Tokens.claims(answer.text("access_token"));
        var id = Tokens.claims(answer.text("id_token"));

        assertThat(access.path("exp").asLong() - access.path("iat").asLong()).isBetween(1L, LONGEST);
        assertThat(access.path("sub").asString())
                .isNotEmpty()
                .isEqualTo(id.path("sub").asString());
        assertThat(access.path("name").asString()).startsWith("Anna");
        assertThat(access.path("aud").toString()).contains("vigie");
        assertThat(claim(access).toString()).contains("analyst");
        assertThat(counts(answer.text("access_token"))).isEqualTo(200);
        assertThat(counts(answer.text("id_token"))).as("for another audience").isEqualTo(401);
    }

    private tools.jackson.databind.JsonNode claim(tools.jackson.databind.JsonNode access) {
        return access.at("/" + tried().rolesClaim().replace('.', '/'));
    }

    @Test
    default void somebodySignsInAndOut() {
        var browser = new Browser();
        var asked = browser.get(tried().desk());
        assertThat(asked.asksForAPassword()).isTrue();

        var desk = browser.submit(asked, Map.of("username", "anna", "password", tried().password("anna")), null);
        assertThat(desk.status()).isEqualTo(200);
        assertThat(desk.address()).hasToString(tried().desk());
        assertThat(desk.body()).contains("Anna");

        var left = browser.submit(desk, Map.of(), null);
        assertThat(left.address()).hasToString(tried().at("/desk/signed-out"));
        assertThat(browser.get(tried().desk()).asksForAPassword())
                .as("signed out at the issuer, too")
                .isTrue();
    }

    @Test
    default void aWrongPasswordSignsNobodyIn() {
        var browser = new Browser();
        var again =
                browser.submit(browser.get(tried().desk()), Map.of("username", "anna", "password", "guessed"), null);

        assertThat(again.address().toString()).startsWith(tried().issuer());
        assertThat(browser.get(tried().desk()).asksForAPassword()).isTrue();
    }

    @Test
    default void whoHasNoRoleHearsThat() {
        var browser = new Browser();
        var page = browser.submit(
                browser.get(tried().desk()),
                Map.of("username", "nobody", "password", tried().password("nobody")),
                null);

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("None of your roles");
    }

    @Test
    default void aCodeIsGoodOnceAndForWhoAskedForIt() {
        var tokens = new Tokens(tried());
        var code = tokens.code(new Browser(), "anna");
        var stolen = new Code(code.code(), "somebody-else-somebody-else-somebody-else-2", code.redirect());
        assertThat(tokens.forCode(stolen).status()).isEqualTo(400);

        var another = tokens.code(new Browser(), "anna");
        assertThat(tokens.forCode(another).status()).isEqualTo(200);
        assertThat(tokens.forCode(another).status()).isEqualTo(400);
    }

    @Test
    default void aTokenIsRenewedWhileItsPersonIsKnown() {
        var tokens = new Tokens(tried());
        var answer = tokens.forCode(tokens.code(new Browser(), "anna"));
        var renewed = tokens.renewed(answer.text("refresh_token"));

        assertThat(counts(renewed.text("access_token"))).isEqualTo(200);
        assertThat(tokens.renewed("guessed").status()).isEqualTo(400);
    }

    /** An issuer sends the browser back with an error, or says so itself. */
    @Test
    default void thereIsNoCodeWithoutPkceOrForAnotherAddress() {
        var tokens = new Tokens(tried());
        var redirect = tried().at("/desk/signed-in");
        var without = new Browser().get(tokens.authorization(redirect, ""), redirect);
        assertThat(without.address().toString() + without.status()).containsAnyOf("error=invalid_request", "400");

        var elsewhere = new Browser()
                .get(
                        tokens.authorization(
                                "http://desk.example.invalid/desk/signed-in",
                                "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
                        "http://desk.example.invalid");
        assertThat(elsewhere.status()).isEqualTo(400);
    }

    /** The status of a question that analysts may ask. */
    default int counts(String token) {
        return status("/v1/counts", token);
    }

    private int ownReports(String token) {
        return status("/v1/reports", token);
    }

    private int status(String path, String token) {
        return RestClient.create()
                .get()
                .uri(tried().at(path))
                .header("Authorization", "Bearer " + token)
                .accept(MediaType.APPLICATION_JSON)
                .exchangeForRequiredValue(
                        (_, response) -> response.getStatusCode().value());
    }
}
