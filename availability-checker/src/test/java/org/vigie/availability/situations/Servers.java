package org.vigie.availability.situations;

import java.io.IOException;
import java.util.List;

/** Every server of a run that is installed here. */
final class Servers implements AutoCloseable {

    /** The names of the files of rows. */
    static final List<String> NAMES = List.of("nginx", "apache", "haproxy", "varnish", "versitygw");

    private final List<WebServer> all;
    private final List<Host> hosts;

    Servers(Place place, List<Host> hosts) throws IOException {
        Certificate.make(place);
        new Site(place.at("sites").resolve("other")).make();
        var behindProxies =
                hosts.stream().filter(host -> host.situation().isProxied()).toList();
        this.hosts = hosts;
        this.all = List.of(
                new Nginx(place, behindProxies),
                new Apache(place),
                new Haproxy(place),
                new Varnish(place),
                new Versitygw(place));
    }

    List<String> missing() {
        return all.stream()
                .filter(server -> server.installed().isEmpty())
                .map(WebServer::name)
                .toList();
    }

    boolean serves(Host host) {
        var nginx = !missing().contains("nginx");
        return !missing().contains(host.situation().server())
                && (nginx || !host.situation().isProxied());
    }

    /** Serves every host as it is now. */
    void serve() throws IOException {
        for (var server : all) {
            var ours = hosts.stream()
                    .filter(host -> host.situation().server().equals(server.name()))
                    .toList();
            var needed = !ours.isEmpty()
                    || (server instanceof Nginx
                            && hosts.stream().anyMatch(host -> host.situation().isProxied()));
            if (server.installed().isPresent() && needed) {
                server.serve(ours);
            }
        }
    }

    @Override
    public void close() {
        all.forEach(WebServer::close);
    }
}
