package org.vigie.availability.situations;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every server of a run that is installed here, with the hosts that it serves. */
final class Servers implements AutoCloseable {

    /** The names of the files of rows. */
    static final List<String> NAMES =
            List.of("nginx", "apache", "haproxy", "varnish", "versitygw", "minio", "moto", "raw", "programs");

    private final Map<WebServer, List<Host>> all = new LinkedHashMap<>();

    Servers(Place place, List<Host> hosts) throws IOException {
        Certificate.make(place);
        var other = new Site(place.at("sites").resolve("other"));
        other.make();
        other.act("delete /gallery/index.html");
        var behindProxies =
                hosts.stream().filter(host -> host.situation().isProxied()).toList();
        add(
                new Names(place),
                hosts.stream().filter(host -> host.situation().hasName()).toList());
        add(
                new Unbound(place),
                hosts.stream().filter(host -> host.situation().hasResolver()).toList());
        // It comes before the proxies that find it behind them.
        add(new Nginx(place, behindProxies), of("nginx", hosts));
        add(new Apache(place), of("apache", hosts));
        add(new Haproxy(place), of("haproxy", hosts));
        add(new Varnish(place), of("varnish", hosts));
        add(new Versitygw(place), of("versitygw", hosts));
        of("minio", hosts).forEach(host -> add(new OneStore(host, place), List.of(host)));
        of("moto", hosts).forEach(host -> add(new OneStore(host, place), List.of(host)));
        add(new Raw(place), of("raw", hosts));
        of("programs", hosts).forEach(host -> add(new Program(host, place), List.of(host)));
    }

    private static List<Host> of(String server, List<Host> hosts) {
        return hosts.stream()
                .filter(host -> host.situation().server().equals(server))
                .toList();
    }

    private void add(WebServer server, List<Host> hosts) {
        all.put(server, hosts);
    }

    /** The hosts of the servers that are not installed, by the server's name. */
    Map<String, List<Host>> missing() {
        var missing = new LinkedHashMap<String, List<Host>>();
        all.forEach((server, hosts) -> {
            if (server.installed().isEmpty() && !hosts.isEmpty()) {
                missing.put(server.name(), hosts);
            }
        });
        return missing;
    }

    /** The hosts that can be looked at here. */
    List<Host> served() {
        var served = new ArrayList<Host>();
        all.values()
                .forEach(hosts ->
                        hosts.stream().filter(host -> !served.contains(host)).forEach(served::add));
        missing().values().forEach(served::removeAll);
        if (all.keySet().stream()
                .anyMatch(
                        server -> server instanceof Nginx && server.installed().isEmpty())) {
            served.removeIf(host -> host.situation().isProxied());
        }
        return served;
    }

    /** Serves every host as it is now. */
    void serve() throws IOException {
        var served = served();
        for (var server : all.entrySet()) {
            var ours = server.getValue().stream().filter(served::contains).toList();
            var needed = !ours.isEmpty()
                    || (server.getKey() instanceof Nginx
                            && served.stream().anyMatch(host -> host.situation().isProxied()));
            if (server.getKey().installed().isPresent() && needed) {
                server.getKey().serve(ours);
            }
        }
    }

    /** What the logs of all say, once they are closed. */
    Sent sent() throws IOException {
        var sent = new Sent();
        for (var server : all.keySet()) {
            server.addTo(sent);
        }
        return sent;
    }

    @Override
    public void close() {
        all.keySet().forEach(WebServer::close);
    }
}
