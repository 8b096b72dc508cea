package org.vigie.availability.situations;

import java.nio.file.Path;
import java.util.List;

/** Unbound: the second resolver, which asks dnsmasq unless a row says otherwise. */
final class Unbound extends WebServer {

    Unbound(Place place) {
        super("unbound", "unbound", place);
    }

    @Override
    List<String> command(String program, Path settings) {
        return List.of(program, "-d", "-c", settings.toString());
    }

    @Override
    String settings(List<Host> hosts) {
        return """
                server:
                  interface: %1$s
                  port: %2$d
                  access-control: 127.0.0.0/8 allow
                  do-not-query-localhost: no
                  do-daemonize: no
                  username: ""
                  chroot: ""
                  pidfile: ""
                  use-syslog: no
                  module-config: "iterator"
                  cache-max-ttl: 0
                  cache-max-negative-ttl: 0
                  local-zone: "test." nodefault
                forward-zone:
                  name: "test."
                  forward-addr: %3$s@%4$d
                %5$s
                """.formatted(
                        place().address(Place.RESOLVER),
                        port(),
                        place().address(Place.NAMES),
                        place().namesPort(),
                        forEach(hosts, Host::resolved));
    }

    @Override
    String sentinel(List<Host> hosts) {
        return place().address(Place.RESOLVER);
    }

    /** What is said of names is nothing of a content. */
    @Override
    boolean isCounted(Host host) {
        return false;
    }

    @Override
    int port() {
        return place().namesPort();
    }
}
