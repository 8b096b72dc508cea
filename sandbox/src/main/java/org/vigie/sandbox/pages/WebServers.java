package org.vigie.sandbox.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.vigie.sandbox.story.Visit;

/** A web server at each address of the world, all at one port. */
public final class WebServers implements AutoCloseable {

    private final Web web;
    private final List<HttpServer> servers = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Listens at once.
     *
     * @throws UncheckedIOException naming what is missing if an address or the port cannot be used
     */
    public WebServers(Web web, int port) {
        this.web = web;
        try {
            for (var address : web.addresses()) {
                servers.add(listen(address, port));
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(missing(web, port), e);
        }
    }

    private HttpServer listen(String address, int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), port), 50);
        server.createContext("/", exchange -> answer(address, exchange));
        server.setExecutor(threads);
        server.start();
        return server;
    }

    private void answer(String address, HttpExchange exchange) throws IOException {
        try (exchange) {
            var userAgent = exchange.getRequestHeaders().getFirst("User-Agent");
            var visit = new Visit(userAgent == null ? "" : userAgent);
            var answer =
                    web.answer(address, host(exchange), exchange.getRequestURI().getPath(), visit);
            var body = html(answer.text()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
                exchange.sendResponseHeaders(answer.status(), -1);
            } else {
                exchange.sendResponseHeaders(answer.status(), body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static String host(HttpExchange exchange) {
        var host = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "");
        return host.replaceFirst(":[0-9]+$", "").toLowerCase(Locale.ROOT);
    }

    private static String html(String text) {
        return "<!doctype html><html lang=\"en\"><title>Sandbox</title><p>" + text + "</p></html>\n";
    }

    private static String missing(Web web, int port) {
        var hint = new StringBuilder("The sandbox's web servers cannot listen at port " + port
                + " of their loopback addresses: set VIGIE_PORT_PAGES to another port.");
        if (System.getProperty("os.name", "").startsWith("Mac")) {
            hint.append(" macOS gives loopback one address only; these commands add the others until the next start:");
            web.addresses()
                    .forEach(address -> hint.append("\n  sudo ifconfig lo0 alias ")
                            .append(address)
                            .append(" up"));
        }
        return hint.toString();
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
        threads.close();
    }
}
