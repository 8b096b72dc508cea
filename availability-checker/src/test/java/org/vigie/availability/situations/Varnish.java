package org.vigie.availability.situations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Varnish before an nginx, each host with a listener and, by its address, a backend and rules of its own. */
final class Varnish extends WebServer {

    private List<Host> served = List.of();

    Varnish(Place place) {
        super("varnish", "varnishd", place);
    }

    @Override
    List<String> command(String program, Path settings) throws IOException {
        var command = new ArrayList<>(List.of(program, "-F", "-f", settings.toString(), "-s", "malloc,64m"));
        command.addAll(List.of("-n", place().at("varnish").resolve("work").toString()));
        for (var host : served) {
            command.addAll(List.of("-a", host.filled("{id}={addr}:{port}")));
        }
        return command;
    }

    @Override
    void serve(List<Host> hosts) throws IOException {
        served = hosts;
        super.serve(hosts);
    }

    @Override
    String settings(List<Host> hosts) {
        return """
                vcl 4.1;
                import std;
                %s
                sub vcl_recv {
                %s
                }
                %s
                """.formatted(
                forEach(hosts, host -> host.filled("backend {id} { .host = \"{addr}\"; .port = \"{origin}\"; }")),
                forEach(
                        hosts,
                        host -> host.filled("  if (local.socket == \"{id}\") { set req.backend_hint = {id}; %s }"
                                .formatted(host.settings()))),
                forEach(hosts, Host::sharedSettings));
    }
}
