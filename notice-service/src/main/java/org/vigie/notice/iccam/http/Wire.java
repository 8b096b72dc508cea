package org.vigie.notice.iccam.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vigie.notice.iccam.Answer;
import org.vigie.notice.iccam.Answer.Refused;
import org.vigie.notice.iccam.Answer.Said;
import org.vigie.notice.iccam.Answer.Silent;
import org.vigie.notice.iccam.Answer.Why;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** One question to ICCAM in its session, with limits of time and size. It connects nowhere else. */
@Component
class Wire {

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LARGEST = 8L * 1024 * 1024;
    private static final int UNKNOWN_TOKEN = 401;

    /** What ICCAM says where a word of ours comes too late, or too early. */
    private static final Map<String, Why> SENTENCES = Map.of(
            "content status Completed",
            Why.OVER,
            "already a final action",
            Why.OVER,
            "content status ToBeActioned",
            Why.OVER,
            "not in correct state for assessments",
            Why.TOO_EARLY,
            "not in the right phase to action",
            Why.TOO_EARLY);

    private final IccamSettings settings;
    private final HttpClient client;
    private final Session session = new Session();

    Wire(IccamSettings settings) {
        this.settings = settings;
        var builder = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(Redirect.NEVER);
        if (settings.certificateFile() != null && settings.certificatePasswordFile() != null) {
            builder.sslContext(Secrets.tls(settings.certificateFile(), settings.certificatePasswordFile()));
        }
        this.client = builder.build();
    }

    private record Heard(int status, String body) {

        boolean isOfAnUnknownToken() {
            return status == UNKNOWN_TOKEN || body.contains("token expired");
        }
    }

    /**
     * Asks once, and once more with another token if ICCAM does not know the first.
     *
     * @param path below the URL of the interface
     * @param body absent for none
     * @param read what the answer says; a failure of it is silence
     */
    <T> Answer<T> ask(String method, String path, @Nullable Object body, Function<JsonNode, T> read) {
        for (int tries = 0; tries < 2; tries++) {
            var token = session.token(this::renewed, this::loggedIn);
            var heard = token.flatMap(known -> send(method, path, body, known));
            if (heard.isEmpty()) {
                return new Silent<>();
            }
            if (!heard.get().isOfAnUnknownToken()) {
                return answer(heard.get(), read);
            }
            token.ifPresent(session::refused);
        }
        return new Silent<>();
    }

    private static <T> Answer<T> answer(Heard heard, Function<JsonNode, T> read) {
        return switch (heard.status()) {
            case 200, 201, 202, 204 -> said(heard.body(), read);
            case 400, 403, 404, 409, 410, 422 -> new Refused<>(why(heard.body()));
            default -> {
                LOG.atWarn().addKeyValue("status", heard.status()).log("ICCAM answers otherwise than expected");
                yield new Silent<>();
            }
        };
    }

    private static <T> Answer<T> said(String body, Function<JsonNode, T> read) {
        try {
            return new Said<>(read.apply(body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body)));
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.atWarn().addKeyValue("failure", e.getClass().getName()).log("ICCAM's answer is not understood");
            return new Silent<>();
        }
    }

    private static Why why(String body) {
        return SENTENCES.entrySet().stream()
                .filter(sentence -> body.contains(sentence.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Why.OTHER);
    }

    private Optional<JsonNode> loggedIn() {
        var password = settings.passwordFile() == null ? "" : Secrets.text(settings.passwordFile());
        return authenticated("Authentication", Map.of("username", settings.user(), "password", password));
    }

    private Optional<JsonNode> renewed(String token, String refreshToken) {
        return authenticated("Authentication/refresh", Map.of("bearerToken", token, "refreshToken", refreshToken));
    }

    /** Empty if it was not answered, or not with a token. */
    private Optional<JsonNode> authenticated(String path, Object body) {
        var heard = send("POST", path, body, null);
        if (heard.filter(answer -> answer.status() == 200).isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("status", heard.map(Heard::status).orElse(0))
                    .log("ICCAM gave no token");
            return Optional.empty();
        }
        try {
            return heard.map(answer -> JSON.readTree(answer.body()));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /** Empty if nothing was answered. */
    private Optional<Heard> send(String method, String path, @Nullable Object body, @Nullable String token) {
        var publisher = body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(JSON.writeValueAsString(body), StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(settings.url() + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(method, publisher);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var answer = client.send(
                    request.build(), BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST));
            return Optional.of(new Heard(answer.statusCode(), answer.body()));
        } catch (IOException e) {
            LOG.atDebug().addKeyValue("failure", e.getClass().getName()).log("nothing was heard of ICCAM");
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
