package org.vigie.standalone;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ports of a run, all found free before anything was started. */
record Ports(Map<Listener, Integer> numbers) {

    /**
     * Tries every port at once, so that two listeners with the same number are found too.
     *
     * @throws CannotStart naming the first port that is taken and the variable that moves it
     */
    static Ports free(List<Listener> listeners, Settings settings) {
        var bind = settings.bind();
        var held = new ArrayList<ServerSocket>();
        try {
            var numbers = new LinkedHashMap<Listener, Integer>();
            for (var listener : listeners) {
                var socket = hold(listener, bind, listener.port(settings));
                held.add(socket);
                numbers.put(listener, socket.getLocalPort());
            }
            return new Ports(numbers);
        } finally {
            held.forEach(Ports::release);
        }
    }

    /** Any port that is free on {@code address} now. */
    static int anyFree(InetAddress address) {
        var socket = hold(new Listener("an internal listener", "VIGIE_BIND", 0), address, 0);
        release(socket);
        return socket.getLocalPort();
    }

    int of(Listener listener) {
        return of(listener.name());
    }

    /** Port of the listener with that name. */
    int of(String name) {
        return numbers.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no port in this run"));
    }

    /** An address as it stands before a port. */
    static String host(InetAddress address) {
        var text = address.getHostAddress();
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }

    private static ServerSocket hold(Listener listener, InetAddress bind, int port) {
        try {
            var socket = new ServerSocket();
            try {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(bind, port));
                return socket;
            } catch (IOException e) {
                release(socket);
                throw e;
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "Port %d on %s cannot be used (%s), and %s needs it: set %s to another port. Nothing was started."
                            .formatted(
                                    port, bind.getHostAddress(), e.getMessage(), listener.name(), listener.variable()),
                    e);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // a listening socket without a client has nothing to lose
        }
    }
}
