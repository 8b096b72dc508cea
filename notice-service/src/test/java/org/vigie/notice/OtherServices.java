package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vigie.support.events.EventJson;

/** Stands in for the other services on loopback: answers what it is told to, and keeps what it was asked. */
final class OtherServices {

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    OtherServices() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** @param tag its ETag, empty if it has none */
    record Answer(int status, String body, String tag) {}

    /** @param read what its {@code If-Match} said, empty if it had none */
    record Asked(String question, String token, String read, String body) {}

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param question method and path, with its query */
    void answer(String question, int status, String body, String tag) {
        answers.put(question, new Answer(status, body, tag));
    }

    void answer(String question, int status, String body) {
        answer(question, status, body, "");
    }

    /**
     * A provider that can be found and changed, the brake on, and dead letters.
     *
     * @param text which a stranger may have chosen, in all that is said of the provider
     */
    void sayMuch(UUID providerId, String text) {
        var provider = new String(
                EventJson.write(Map.of(
                        "provider_id",
                        providerId,
                        "version",
                        7,
                        "name",
                        text,
                        "legal_name",
                        text,
                        "type",
                        "HOST",
                        "country",
                        "NL",
                        "retired",
                        false,
                        "network_object_count",
                        12,
                        "contacts",
                        List.of(Map.of(
                                "contact_id", UUID.randomUUID(),
                                "channel", "EMAIL",
                                "address", text,
                                "format", "XARF4",
                                "language", "en",
                                "health", "SOFT_FAILING",
                                "source", "MANUAL")))),
                UTF_8);
        var path = "/v1/providers/" + providerId;
        answer("GET " + path, 200, provider);
        answer("PUT " + path, 200, provider);
        answer("POST " + path + "/merge", 200, provider);
        answer("POST " + path + "/retire", 200, provider);
        answer("POST /v1/providers/search", 200, "{\"providers\": [%s], \"more\": false}".formatted(provider));
        answer("POST /v1/brake/release", 204, "");
        answer("POST /actuator/deadletters", 202, "{\"records\": 3}");
        answer("GET /actuator/prometheus", 200, """
                vigie_brake_on 1.0
                vigie_work_lag_seconds{work="checks"} 1200.0
                vigie_data_set_age_seconds{set="as-table"} 6912000.0
                vigie_contacts{health="DEAD"} 2.0
                vigie_dead_letters_total{topic="cases.v1-dlt"} 3.0
                vigie_parked_records{topic="cases.v1",kind="UnreadableRecord",place="org.vigie.A:7",reason="/state"} 3.0
                vigie_images_targeted{provider="%1$s",role="HOST"} 40
                vigie_removal_time_seconds{provider="%1$s",role="HOST",stat="km_p50"} 18000
                vigie_images_answers_measured{provider="%1$s",role="HOST"} 35
                vigie_images_acknowledged{provider="%1$s",role="HOST"} 21
                vigie_images_answered{provider="%1$s",role="HOST",outcome="DISPUTES_AGE"} 2
                vigie_images_answered{provider="%1$s",role="HOST",outcome="ACTIONED"} 19
                vigie_image_disputes{provider="%1$s",role="HOST",ground="AGE",standing="UPHELD"} 1
                vigie_image_disputes{provider="%1$s",role="HOST",ground="AGE",standing="UNDECIDED"} 1
                vigie_removal_share{provider="%1$s",role="HOST",within="24h"} 0.755
                """.formatted(providerId));
    }

    void forget() {
        answers.clear();
        asked.clear();
    }

    List<Asked> asked(String question) {
        return asked.stream().filter(one -> one.question().equals(question)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var question = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            var headers = exchange.getRequestHeaders();
            asked.add(new Asked(
                    question,
                    headers.getOrDefault("Authorization", List.of("")).getFirst(),
                    headers.getOrDefault("If-Match", List.of("")).getFirst(),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            var answer = answers.getOrDefault(question, new Answer(404, "{}", ""));
            var body = answer.body().getBytes(UTF_8);
            if (!answer.tag().isEmpty()) {
                exchange.getResponseHeaders().add("ETag", answer.tag());
            }
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
