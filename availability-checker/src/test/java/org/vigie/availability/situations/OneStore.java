package org.vigie.availability.situations;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object store that listens at one address only, so that each of its rows has one. MinIO tells a neighbour of every
 * answer.
 */
final class OneStore extends ObjectStore {

    private static final Pattern ANSWER =
            Pattern.compile("\"name\":\"GetObject\"[^}]*?\"statusCode\":2[0-9]+,[^}]*?\"tx\":([0-9]+)");

    private final Host host;
    private @Nullable HttpServer listener;

    OneStore(Host host, Place place) {
        super(host.situation().server() + "-" + host.situation().id(), program(host), place);
        this.host = host;
    }

    private static String program(Host host) {
        return host.situation().server().equals("minio") ? "minio" : "moto_server";
    }

    @Override
    List<String> command(String program, Path settings) throws IOException {
        if (program(host).equals("moto_server")) {
            return List.of(program, "-H", host.address(), "-p", Integer.toString(port()));
        }
        listen();
        return List.of(
                "env",
                "MINIO_AUDIT_WEBHOOK_ENABLE_run=on",
                host.filled("MINIO_AUDIT_WEBHOOK_ENDPOINT_run=http://{other}:{port}/"),
                "MINIO_ROOT_USER=" + S3.ACCESS,
                "MINIO_ROOT_PASSWORD=" + S3.SECRET,
                "MINIO_BROWSER=off",
                program,
                "server",
                "--quiet",
                "--address",
                host.filled("{addr}:{port}"),
                place().at(name()).resolve("data").toString());
    }

    private void listen() throws IOException {
        if (listener != null) {
            return;
        }
        var created = HttpServer.create(new InetSocketAddress(host.neighbour(), place().port()), 0);
        created.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            ANSWER.matcher(body)
                    .results()
                    .forEach(answer -> counted().add(host.address(), Long.parseLong(answer.group(1)), "image/png"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        created.start();
        listener = created;
    }

    @Override
    int port() {
        return host.situation().isCounted() ? place().countedPort() : place().port();
    }

    @Override
    public void close() {
        super.close();
        var last = listener;
        if (last != null) {
            last.stop(0);
        }
        listener = null;
    }
}
