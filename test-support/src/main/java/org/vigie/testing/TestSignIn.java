package org.vigie.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How people sign in at the tests' issuer: whoever says who they are is believed, with the roles they want. Everything
 * else is as strict as RFC 6749 and RFC 7636 (PKCE) want it.
 */
final class TestSignIn {

    private final TestIssuer issuer;
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> renewed = new ConcurrentHashMap<>();
    private final Map<String, String[]> rolesNow = new ConcurrentHashMap<>();
    private final Set<String> forgotten = ConcurrentHashMap.newKeySet();

    TestSignIn(TestIssuer issuer) {
        this.issuer = issuer;
    }

    void listenAt(HttpServer server) {
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/leave", this::leave);
    }

    void give(String subject, String... roles) {
        rolesNow.put(subject, roles);
    }

    void forget(String subject) {
        forgotten.add(subject);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var query = parameters(exchange.getRequestURI().getRawQuery());
        if (!"S256".equals(query.get("code_challenge_method")) || !"code".equals(query.get("response_type"))) {
            answer(exchange, 400, "text/plain", "not a code with PKCE");
        } else if (query.containsKey("subject")) {
            var code = UUID.randomUUID().toString();
            asked.put(code, query);
            redirect(
                    exchange,
                    "%s?code=%s&state=%s".formatted(query.get("redirect_uri"), code, encoded(query, "state")));
        } else {
            answer(exchange, 200, "text/html", page(query));
        }
    }

    private static String page(Map<String, String> query) {
        var hidden = query.keySet().stream()
                .map(name -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(name, query.getOrDefault(name, "").replace("\"", "&quot;")))
                .collect(Collectors.joining());
        return """
                <!doctype html><html lang="en"><head><title>Sign in</title></head><body><main><h1>Sign in</h1><form>%s
                <label>Who <input name="subject"></label><label>Roles <input name="roles"></label>
                <button>Sign in</button></form></main></body></html>""".formatted(hidden);
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var begun = "refresh_token".equals(form.get("grant_type")) ? toRenew(form) : signedIn(form);
        if (begun == null) {
            answer(exchange, 400, "application/json", "{\"error\": \"invalid_grant\"}");
            return;
        }
        var who = begun.getOrDefault("subject", "");
        var roles = rolesNow.getOrDefault(who, begun.getOrDefault("roles", "").split(" ", -1));
        var access = issuer.signed(issuer.claims(who, roles)
                .audience(begun.getOrDefault("audience", TestIssuer.AUDIENCE))
                .claim("client_id", begun.get("client_id"))
                .build());
        var id = issuer.signed(issuer.claims(who)
                .audience(begun.get("client_id"))
                .claim("nonce", begun.get("nonce"))
                .build());
        var refresh = UUID.randomUUID().toString();
        renewed.put(refresh, begun);
        answer(exchange, 200, "application/json", """
                {"access_token": "%s", "id_token": "%s", "token_type": "Bearer", "expires_in": %s, "refresh_token": "%s"}""".formatted(
                        access, id, begun.getOrDefault("expires_in", "300"), refresh));
    }

    /** Each code once; null if it is not good. */
    private @Nullable Map<String, String> signedIn(Map<String, String> form) {
        var begun = asked.remove(form.getOrDefault("code", ""));
        return begun != null
                        && Objects.equals(begun.get("redirect_uri"), form.get("redirect_uri"))
                        && Objects.equals(begun.get("client_id"), form.get("client_id"))
                        && Objects.equals(
                                begun.get("code_challenge"), challenge(form.getOrDefault("code_verifier", "")))
                ? begun
                : null;
    }

    /** Each refresh token once; null if it is not good. */
    private @Nullable Map<String, String> toRenew(Map<String, String> form) {
        var begun = renewed.remove(form.getOrDefault("refresh_token", ""));
        return begun != null
                        && Objects.equals(begun.get("client_id"), form.get("client_id"))
                        && !forgotten.contains(begun.getOrDefault("subject", ""))
                ? begun
                : null;
    }

    private void leave(HttpExchange exchange) throws IOException {
        var query = parameters(exchange.getRequestURI().getRawQuery());
        if (query.containsKey("id_token_hint")) {
            redirect(exchange, query.getOrDefault("post_logout_redirect_uri", ""));
        } else {
            answer(exchange, 400, "text/plain", "who?");
        }
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

    private static Map<String, String> parameters(String text) {
        var parameters = new HashMap<String, String>();
        for (var one : text.split("&", -1)) {
            var parts = one.split("=", 2);
            parameters.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    private static String encoded(Map<String, String> parameters, String name) {
        return URLEncoder.encode(parameters.getOrDefault(name, ""), UTF_8);
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        answer(exchange, 302, "text/plain", "");
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange) {
            var body = text.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
