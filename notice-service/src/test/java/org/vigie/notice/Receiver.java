package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.vigie.support.events.EventJson;
import tools.jackson.databind.JsonNode;

/** A partner's receiver on this machine, which does as a test says. */
final class Receiver implements AutoCloseable {

    /** A message that came. */
    record Heard(String id, String signature, JsonNode body) {

        String reportId() {
            return body.at("/data/report_id").asString();
        }

        String step() {
            return body.at("/data/step").asString();
        }
    }

    private final List<Heard> all = new CopyOnWriteArrayList<>();
    private final List<Heard> taken = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;
    private final AtomicReference<Runnable> first = new AtomicReference<>(() -> {});
    private volatile int status = 204;
    private volatile boolean hangs;
    private volatile String refused = "none";
    private volatile String elsewhere = "/";

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::hear);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort());
    }

    void answers(int next) {
        status = next;
    }

    /** Answers 500 to what is about the report, until it is told of another one. */
    void refuses(String reportId) {
        refused = reportId;
    }

    /** Takes connections and answers nothing until it is closed, or to what comes once it answers again. */
    void hangs(boolean whether) {
        hangs = whether;
    }

    /** Does this when it has the next message, before it answers. */
    void does(Runnable what) {
        first.set(what);
    }

    /** Where it says that it moved to, should it answer so. */
    void moved(String to) {
        elsewhere = to;
        status = 302;
    }

    /** Everything that came, in its order. */
    List<Heard> all() {
        return List.copyOf(all);
    }

    /** What it answered with 2xx, in its order. */
    List<Heard> taken() {
        return List.copyOf(taken);
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var heard = new Heard(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-signature"),
                    EventJson.MAPPER.readTree(body));
            all.add(heard);
            if (hangs) {
                closed.await();
                return;
            }
            var answer = refused.equals(heard.reportId()) ? 500 : status;
            if (answer / 100 == 2) {
                taken.add(heard);
            }
            first.getAndSet(() -> {}).run();
            exchange.getResponseHeaders().set("Location", elsewhere);
            exchange.sendResponseHeaders(answer, -1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
