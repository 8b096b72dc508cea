package org.vigie.availability.situations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** HAProxy before an nginx; what it logs goes to its output. */
final class Haproxy extends WebServer {

    Haproxy(Place place) {
        super("haproxy", "haproxy", place);
    }

    @Override
    List<String> command(String program, Path settings) {
        return List.of(program, "-db", "-f", settings.toString());
    }

    @Override
    void addTo(Sent sent) throws IOException {
        sent.read(place().at(name()).resolve("log"));
    }

    @Override
    String settings(List<Host> hosts) {
        return """
                global
                  maxconn 500
                defaults
                  mode http
                  log stdout format raw local0
                  log-format "%%fi %%HM %%ST %%B %%[capture.res.hdr(0)] %%[var(txn.head)]"
                  retries 0
                  timeout connect 2s
                  timeout client 30s
                  timeout server 30s
                %s
                """.formatted(forEach(hosts, host -> host.filled("""
                frontend {id}
                  bind {addr}:{port}
                  capture response header Content-Type len 40
                  http-response set-var(txn.head) res.hdrs,length
                  %s
                  default_backend {id}-origin
                backend {id}-origin
                  server origin {addr}:{origin}
                """.formatted(host.settings()))));
    }
}
