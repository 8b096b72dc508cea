package org.vigie.availability.situations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

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

    /** What its memory says goes with it. */
    @Override
    public void close() {
        if (isRunning()) {
            try {
                keepLog();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        super.close();
    }

    private void keepLog() throws IOException {
        var directory = place().at(name());
        new ProcessBuilder(
                        "varnishncsa",
                        "-d",
                        "-n",
                        directory.resolve("work").toString(),
                        "-F",
                        "%{VSL:ReqStart[3]}x %m %s %b %{Content-Type}o")
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("sent.log").toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()))
                .start()
                .onExit()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
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
