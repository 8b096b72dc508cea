package org.vigie.standalone.issuer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks an issuer for tokens as programs do, by hand: nothing of ours or Spring's helps. */
final class Tokens {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final Tried tried;
    private final JsonNode discovery;

    Tokens(Tried tried) {
        this.tried = tried;
        this.discovery = JSON.readTree(RestClient.create()
                .get()
                .uri(tried.issuer() + "/.well-known/openid-configuration")
                .retrieve()
                .requiredBody(String.class));
    }

    record Answer(int status, JsonNode json) {
        String text(String field) {
            return json.path(field).asString("");
        }
    }

    /** A code that somebody got by signing in, with what proves whose it is. */
    record Code(String code, String verifier, String redirect) {}

    JsonNode discovery() {
        return discovery;
    }

    Answer ofProgram(String client) {
        return asked(Map.of(
                "grant_type", "client_credentials", "client_id", client, "client_secret", tried.password(client)));
    }

    Code code(Browser browser, String user) {
        var verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        var redirect = tried.at("/desk/signed-in");
        var page = browser.get(
                authorization(redirect, "&code_challenge_method=S256&code_challenge=" + challenge(verifier)), redirect);
        var came = page.asksForAPassword()
                ? browser.submit(page, Map.of("username", user, "password", tried.password(user)), redirect)
                : page;
        var code = CODE.matcher(came.address().toString());
        if (!code.find()) {
            throw new AssertionError("no code: " + came.status());
        }
        return new Code(code.group(1), verifier, redirect);
    }

    URI authorization(String redirect, String more) {
        return URI.create("%s?client_id=desk&response_type=code&scope=openid+profile&state=x&nonce=n&redirect_uri=%s%s"
                .formatted(discovery.path("authorization_endpoint").asString(), Browser.encoded(redirect), more));
    }

    Answer forCode(Code code) {
        return asked(ofDesk(Map.of(
                "grant_type", "authorization_code",
                "code", code.code(),
                "code_verifier", code.verifier(),
                "redirect_uri", code.redirect())));
    }

    Answer renewed(String refreshToken) {
        return asked(ofDesk(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken)));
    }

    /** With its secret, if it has one here. */
    private Map<String, String> ofDesk(Map<String, String> form) {
        var all = new HashMap<>(form);
        all.put("client_id", "desk");
        if (!tried.password("desk").isEmpty()) {
            all.put("client_secret", tried.password("desk"));
        }
        return all;
    }

    private Answer asked(Map<String, String> form) {
        var body = new LinkedMultiValueMap<String, String>();
        form.forEach(body::add);
        return RestClient.create()
                .post()
                .uri(discovery.path("token_endpoint").asString())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(body)
                .exchangeForRequiredValue((_, response) -> new Answer(
                        response.getStatusCode().value(),
                        JSON.readTree(new String(response.getBody().readAllBytes(), UTF_8))));
    }

    /** What a token says, whoever signed it. */
    static JsonNode claims(String token) {
        return JSON.readTree(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
