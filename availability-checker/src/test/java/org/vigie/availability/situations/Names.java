package org.vigie.availability.situations;

import java.nio.file.Path;
import java.util.List;

/** dnsmasq: knows the names of the rows that have one. */
final class Names extends WebServer {

    Names(Place place) {
        super("names", "dnsmasq", place);
    }

    @Override
    List<String> command(String program, Path settings) {
        return List.of(program, "--keep-in-foreground", "--conf-file=" + settings, "--log-facility=-");
    }

    @Override
    String settings(List<Host> hosts) {
        return """
                no-resolv
                no-hosts
                no-daemon
                user=root
                pid-file
                bind-interfaces
                listen-address=%s
                port=%d
                local=/test/
                %s
                """.formatted(address(), port(), forEach(hosts, Host::names));
    }

    private String address() {
        return place().address(Place.NAMES);
    }

    @Override
    String sentinel(List<Host> hosts) {
        return address();
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
