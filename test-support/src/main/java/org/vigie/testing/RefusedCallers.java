package org.vigie.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fails a test of whose service any operation of the OpenAPI document answers a caller it should refuse, or refuses one
 * whose role it names; and if anything under {@code /v1} but providers' answers names no role. Requests are
 * unacceptable by an unknown parameter, so nothing is done. What is at no id is found by nobody, and what is another
 * partner's is answered to a partner as if it were at no id.
 */
public final class RefusedCallers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern OPEN = Pattern.compile("/(?!v1/|actuator/).*|/v1/replies/.*");
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestIssuer issuer = TestIssuer.shared();
    private final RestClient client;
    private final Set<String> roles;
    private final Others others;
    private final List<String> wrong = new ArrayList<>();
    private MediaType sent = MediaType.APPLICATION_JSON;
    private int cells;

    /**
     * What only the service can say.
     *
     * @param keys keys that count no longer, or never did, each by what it is
     * @param partners an id of another partner's for each path with one that partners may ask, by the path's template
     */
    public record Others(Map<String, String> keys, Map<String, String> partners) {}

    private RefusedCallers(RestClient client, Set<String> roles, Others others) {
        this.client = client;
        this.roles = roles;
        this.others = others;
    }

    /**
     * Asks the service on this port of loopback.
     *
     * @param roles all that there are
     * @return how many requests were sent
     */
    public static int check(int port, Set<String> roles) {
        return check(port, roles, new Others(Map.of(), Map.of()));
    }

    /** The same where partners have keys, and things of their own. */
    public static int check(int port, Set<String> roles, Others others) {
        var client = RestClient.create("http://127.0.0.1:" + port);
        var contract = JSON.readTree(
                String.valueOf(client.get().uri("/v3/api-docs").retrieve().body(String.class)));
        var refused = new RefusedCallers(client, new TreeSet<>(roles), others);
        contract.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(operation ->
                                refused.operation(operation.getKey(), path.getKey(), operation.getValue())));
        assertThat(refused.wrong).isEmpty();
        assertThat(refused.cells).as("requests").isPositive();
        return refused.cells;
    }

    private void operation(String method, String path, JsonNode operation) {
        var named = new TreeSet<String>();
        operation
                .path("security")
                .forEach(one -> one.forEach(list -> list.forEach(role -> named.add(role.asString()))));
        if (named.isEmpty()) {
            if (!OPEN.matcher(path).matches()) {
                wrong.add("%s %s names no role".formatted(method, path));
            }
            return;
        }
        sent = RefusedParameters.sent(operation);
        var place = filled(path, UUID.randomUUID().toString()) + "?no_such_parameter=1";
        strangers(named.first()).forEach((who, token) -> expect(401, method, place, who, token));
        for (var role : roles) {
            var token = issuer.token("anna", role);
            if (named.contains(role)) {
                expect(400, method, place, role, token);
            } else {
                expect(403, method, place, role, token);
            }
        }
        expect(403, method, place, "nobody in particular", issuer.token("anna"));
        if (path.contains("{")) {
            atNoId(method, path, named);
        }
    }

    /** Nobody finds anything at a random id, and a partner no more at another's. */
    private void atNoId(String method, String path, Set<String> named) {
        for (var role : named) {
            var token = issuer.token("anna", role);
            var nothing = asked(method, filled(path, UUID.randomUUID().toString()), token);
            if (method.equals("get") ? nothing.status() != 404 : nothing.status() / 100 != 4) {
                wrong.add("%s %s at a random id by %s: %d".formatted(method, path, role, nothing.status()));
            }
            if (role.startsWith("partner:")) {
                var theirs = others.partners().get(path);
                if (theirs == null) {
                    wrong.add("%s %s: nobody names another partner's id".formatted(method, path));
                } else if (!asked(method, filled(path, theirs), token).equals(nothing)) {
                    wrong.add(
                            "%s %s at another partner's id is not answered as at a random one".formatted(method, path));
                }
            }
        }
    }

    private static String filled(String path, String id) {
        return VARIABLE.matcher(path).replaceAll(id);
    }

    /** Who would have the role, if the token were good. */
    private Map<String, String> strangers(String role) {
        var claims = issuer.claims("anna", role);
        var strangers = new LinkedHashMap<>(others.keys());
        strangers.put("no token", "");
        strangers.put("no such token", UUID.randomUUID().toString());
        strangers.put("a forged token", issuer.forged(claims.build()));
        strangers.put(
                "a token of another issuer",
                issuer.signed(issuer.claims("anna", role)
                        .issuer("https://another.example")
                        .build()));
        strangers.put(
                "a token for another audience",
                issuer.signed(issuer.claims("anna", role).audience("another").build()));
        strangers.put(
                "an expired token",
                issuer.signed(issuer.claims("anna", role)
                        .expirationTime(TestIssuer.in(HOUR.negated()))
                        .build()));
        return strangers;
    }

    private void expect(int status, String method, String place, String who, String token) {
        int answered = asked(method, place, token).status();
        if (answered != status) {
            wrong.add("%s %s by %s: %d".formatted(method, place, who, answered));
        }
    }

    private record Answer(int status, String body) {}

    private Answer asked(String method, String place, String token) {
        cells++;
        var request = client.method(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)))
                .uri(place);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!method.equals("get")) {
            request.contentType(sent).body("{\"no_such_field\": 1}");
        }
        return request.exchangeForRequiredValue((_, response) -> new Answer(
                response.getStatusCode().value(),
                new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
    }
}
