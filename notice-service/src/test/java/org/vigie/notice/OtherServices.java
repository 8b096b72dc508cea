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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

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
