package org.vigie.availability.situations;

import java.nio.file.Path;
import java.util.List;

/** HAProxy before an nginx. */
final class Haproxy extends WebServer {

    Haproxy(Place place) {
        super("haproxy", "haproxy", place);
    }

    @Override
    List<String> command(String program, Path settings) {
        return List.of(program, "-db", "-f", settings.toString());
    }

    @Override
    String settings(List<Host> hosts) {
        return """
                global
                  maxconn 500
                defaults
                  mode http
                  retries 0
                  timeout connect 2s
                  timeout client 30s
                  timeout server 30s
                %s
                """.formatted(forEach(hosts, host -> host.filled("""
                frontend {id}
                  bind {addr}:{port}
                  %s
                  default_backend {id}-origin
                backend {id}-origin
                  server origin {addr}:{origin}
                """.formatted(host.settings()))));
    }
}
