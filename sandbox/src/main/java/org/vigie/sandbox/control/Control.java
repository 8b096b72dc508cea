package org.vigie.sandbox.control;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.vigie.sandbox.WorldJson;

/** The world's window on loopback: {@code GET /pending}, {@code /cases} and {@code /mailboxes}, as JSON. */
public final class Control implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Listens at once, on any free port.
     *
     * @param views by path
     */
    public Control(Map<String, Supplier<?>> views) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's window cannot open", e);
        }
        views.forEach(this::show);
        server.setExecutor(threads);
        server.start();
    }

    private void show(String path, Supplier<?> view) {
        server.createContext(path, exchange -> {
            try (exchange) {
                var body = WorldJson.MAPPER.writeValueAsBytes(view.get());
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
