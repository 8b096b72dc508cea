package org.vigie.availability.probe.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** The one place where a socket to a stranger is opened. */
interface Connections {

    /**
     * Connects to that very address; no name is looked up.
     *
     * @throws IOException if no connection could be made in time
     */
    Socket open(InetSocketAddress address, Duration timeout) throws IOException;
}
